/** The history part of the store: who changed which words, and when somebody was last here. */
import type { Kysely } from "kysely";
import { chunks } from "./commit-steps.ts";
import type { ItemHistoryTable, Tables } from "./tables.ts";

/**
 * So long may somebody think between two keys of one edit. Long enough for a phone call, short
 * enough that the morning's and the afternoon's writing are told apart.
 */
export const sittingMs = 10 * 60_000;

/** What one person did to one part of an item in one sitting; or several, where very many write at once. */
export interface TextEdit {
  readonly itemId: string;
  /** `field:statement`, `priority`, `made`, … */
  readonly part: string;
  /** Who began. */
  readonly personId: string;
  /** Who else wrote in it, in the order in which they began; hardly ever anybody. */
  readonly others: readonly string[];
  /** First change, ISO 8601. */
  readonly from: string;
  /** Last change. */
  readonly at: string;
  /** JSON values: what the part was before the first change and is after the last. */
  readonly before: unknown;
  readonly after: unknown;
}

export interface StoredEdit extends TextEdit {
  /** Null until it is kept. */
  readonly id: number | null;
}

/** An edit as it is kept, with its words as JSON: what makes it packs it, so that who keeps it need not go through it. */
export interface PackedEdit extends Omit<StoredEdit, "before" | "after"> {
  /** JSON. */
  readonly before: string;
  /** JSON. */
  readonly after: string;
}

export function packEdit(edit: StoredEdit): PackedEdit {
  const { before, after } = edit;
  return { ...edit, before: JSON.stringify(before), after: JSON.stringify(after) };
}

export interface HistoryStore extends VisitStore {
  /** The edits of one item, or of all, whose last change is at or after a time; oldest first. */
  edits(
    statementId: string,
    which: { readonly itemId?: string; readonly since?: string },
  ): Promise<StoredEdit[]>;
}

export interface VisitStore {
  /** When the person was last here, and the time before that visit; null for never. */
  visit(statementId: string, personId: string): Promise<Visit | null>;
  keepVisit(statementId: string, personId: string, visit: Visit): Promise<void>;
}

export interface Visit {
  /** ISO 8601: until when they were last seen here. */
  readonly until: string;
  /** Until when the visit before this one went, or null for the first. */
  readonly before: string | null;
}

export function historyStore(db: Kysely<Tables>): HistoryStore {
  return {
    edits: (statementId, which) => readEdits(db, statementId, which),

    async visit(statementId, personId) {
      const row = await db
        .selectFrom("visits")
        .select(["until", "before"])
        .where("statement_id", "=", statementId)
        .where("person_id", "=", personId)
        .executeTakeFirst();
      return row ?? null;
    },

    async keepVisit(statementId, personId, visit) {
      await db
        .insertInto("visits")
        .values({ statement_id: statementId, person_id: personId, ...visit })
        .onConflict((conflict) =>
          conflict.columns(["statement_id", "person_id"]).doUpdateSet({ ...visit }),
        )
        .execute();
    },
  };
}

export async function readEdits(
  db: Kysely<Tables>,
  statementId: string,
  { itemId, since }: { readonly itemId?: string; readonly since?: string },
): Promise<StoredEdit[]> {
  const rows = await db
    .selectFrom("item_history")
    .selectAll()
    .where("statement_id", "=", statementId)
    .$if(itemId !== undefined, (query) => query.where("item_id", "=", itemId ?? ""))
    .$if(since !== undefined, (query) => query.where("at", ">=", since ?? ""))
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    itemId: row.item_id,
    part: row.part,
    personId: row.person_id,
    others: JSON.parse(row.others) as string[],
    from: row.from_at,
    at: row.at,
    before: JSON.parse(row.before) as unknown,
    after: JSON.parse(row.after) as unknown,
  }));
}

/** Each may hold two pages of words. */
const rowsAtOnce = 50;

/** Keeps edits that are new and changes those that went on, in the caller's transaction. */
export async function keepEdits(
  transaction: Kysely<Tables>,
  statementId: string,
  edits: readonly PackedEdit[],
): Promise<void> {
  const began: Omit<ItemHistoryTable, "id">[] = [];
  for (const { id, ...edit } of edits) {
    const row: Omit<ItemHistoryTable, "id"> = {
      statement_id: statementId,
      item_id: edit.itemId,
      part: edit.part,
      person_id: edit.personId,
      others: JSON.stringify(edit.others),
      from_at: edit.from,
      at: edit.at,
      before: edit.before,
      after: edit.after,
    };
    if (id === null) began.push(row);
    else
      await transaction
        .updateTable("item_history")
        .set({ at: row.at, after: row.after, others: row.others })
        .where("id", "=", id)
        .execute();
  }
  for (const rows of chunks(began, rowsAtOnce))
    await transaction.insertInto("item_history").values(rows).execute();
}
