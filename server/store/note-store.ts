/**
 * The store's part for notes that only one borough sees. Promises to be asked for nothing without the
 * borough, and that everything that is done to a borough's notes has a number of its own, 1, 2, 3….
 */
import { type RawBuilder, sql } from "kysely";
import { alone, type Database } from "./database.ts";
import type { BoroughNotesTable } from "./tables.ts";

/** A borough in a statement. */
export interface BoroughIn {
  readonly statementId: string;
  readonly boroughId: string;
}

export interface NewNote {
  readonly id: string;
  /** Null for a note about the whole statement. */
  readonly itemId: string | null;
  readonly personId: string;
  /** ISO 8601. */
  readonly at: string;
  readonly words: string;
}

export interface StoredNote extends NewNote {
  /** The number of what was done to it last. */
  readonly revision: number;
  readonly changedAt: string | null;
  /** Its words are gone for good then. */
  readonly withdrawnAt: string | null;
}

export interface NoteStore {
  /** The notes to which something was done after a number, in that order; withdrawn ones too. */
  notesAfter(place: BoroughIn, revision: number): Promise<StoredNote[]>;
  /** One that was not withdrawn, or null. */
  note(place: BoroughIn, id: string): Promise<StoredNote | null>;
  /** One that is there already stays as it is. */
  addNote(place: BoroughIn, note: NewNote): Promise<void>;
  /** @returns false when the borough has no such note, or it was withdrawn */
  changeNote(place: BoroughIn, id: string, words: string, at: string): Promise<boolean>;
  /** Takes its words out of the database. @returns as `changeNote` does */
  withdrawNote(place: BoroughIn, id: string, at: string): Promise<boolean>;
}

export function noteStore(database: Database): NoteStore {
  const { db } = database;
  const numbering = ({ statementId, boroughId }: BoroughIn): string =>
    `notes ${statementId} ${boroughId}`;
  const change = async (
    place: BoroughIn,
    id: string,
    values: Partial<BoroughNotesTable>,
  ): Promise<boolean> => {
    const { numUpdatedRows } = await alone(database, numbering(place), (transaction) =>
      transaction
        .updateTable("borough_notes")
        .set({ ...values, revision: nextRevision(place) })
        .where("statement_id", "=", place.statementId)
        .where("borough_id", "=", place.boroughId)
        .where("id", "=", id)
        .where("withdrawn_at", "is", null)
        .executeTakeFirst(),
    );
    return numUpdatedRows > 0n;
  };

  return {
    async notesAfter({ statementId, boroughId }, revision) {
      const rows = await db
        .selectFrom("borough_notes")
        .selectAll()
        .where("statement_id", "=", statementId)
        .where("borough_id", "=", boroughId)
        .where("revision", ">", revision)
        .orderBy("revision")
        .execute();
      return rows.map(noteOf);
    },

    async note({ statementId, boroughId }, id) {
      const row = await db
        .selectFrom("borough_notes")
        .selectAll()
        .where("statement_id", "=", statementId)
        .where("borough_id", "=", boroughId)
        .where("id", "=", id)
        .where("withdrawn_at", "is", null)
        .executeTakeFirst();
      return row ? noteOf(row) : null;
    },

    async addNote(place, { id, itemId, personId, at, words }) {
      const row = {
        id,
        statement_id: place.statementId,
        borough_id: place.boroughId,
        revision: nextRevision(place),
        item_id: itemId,
        person_id: personId,
        at,
        words,
        changed_at: null,
        withdrawn_at: null,
      };
      await alone(database, numbering(place), (transaction) =>
        transaction
          .insertInto("borough_notes")
          .values(row)
          .onConflict((conflict) => conflict.column("id").doNothing())
          .execute(),
      );
    },

    changeNote: (place, id, words, at) => change(place, id, { words, changed_at: at }),

    withdrawNote: (place, id, at) => change(place, id, { words: "", withdrawn_at: at }),
  };
}

/** Worked out in the very statement that writes it. */
function nextRevision({ statementId, boroughId }: BoroughIn): RawBuilder<number> {
  return sql<number>`(
    select coalesce(max(revision), 0) + 1 from borough_notes
    where statement_id = ${statementId} and borough_id = ${boroughId}
  )`;
}

function noteOf(row: BoroughNotesTable): StoredNote {
  return {
    id: row.id,
    itemId: row.item_id,
    personId: row.person_id,
    at: row.at,
    words: row.words,
    revision: row.revision,
    changedAt: row.changed_at,
    withdrawnAt: row.withdrawn_at,
  };
}
