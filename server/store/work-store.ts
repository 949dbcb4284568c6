/**
 * What the servers know of long work, and of files that wait to be brought in, so that every server finds
 * what another one does or did. Short-lived: nothing here is part of a statement.
 */
import type { Kysely } from "kysely";
import { chunks } from "./commit-steps.ts";
import type { Tables } from "./tables.ts";

export interface WorkKey {
  readonly kind: "work" | "import";
  readonly id: string;
  /** Nobody else finds it. */
  readonly owner: { readonly statementId: string; readonly personId: string };
}

export interface WorkNow {
  /** How often it changed. */
  readonly revision: number;
  readonly json: string;
  /** Of its files together. */
  readonly bytes: number;
  /** ISO 8601: when this was written. */
  readonly at: string;
}

export interface StoredWork extends WorkKey, WorkNow {}

export interface WorkStore {
  /** In the place of what is there under its id, whoever's that is. */
  put(work: StoredWork): Promise<void>;
  /**
   * @param from only while it stands at this revision, for whoever must be the only one
   * @returns false when it was removed meanwhile, or changed
   */
  change(id: string, now: WorkNow, from?: number): Promise<boolean>;
  find(key: WorkKey): Promise<StoredWork | null>;
  /** All of a kind, of everybody, newest first. */
  all(kind: WorkKey["kind"]): Promise<StoredWork[]>;
  remove(ids: readonly string[]): Promise<void>;
  /** Removes what was last written before a time, ISO 8601. */
  removeBefore(time: string): Promise<void>;
}

export function workStore(db: Kysely<Tables>): WorkStore {
  return {
    async put({ kind, id, owner, ...now }) {
      const { statementId, personId } = owner;
      const row = { kind, statement_id: statementId, person_id: personId, ...now };
      await db
        .insertInto("works")
        .values({ id, ...row })
        .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
        .execute();
    },

    async change(id, now, from) {
      const change = db.updateTable("works").set(now).where("id", "=", id);
      const one = from === undefined ? change : change.where("revision", "=", from);
      const done = await one.executeTakeFirst();
      return done.numUpdatedRows > 0n;
    },

    async find({ kind, id, owner }) {
      const row = await db
        .selectFrom("works")
        .selectAll()
        .where("id", "=", id)
        .where("kind", "=", kind)
        .where("statement_id", "=", owner.statementId)
        .where("person_id", "=", owner.personId)
        .executeTakeFirst();
      return row ? storedWork(row) : null;
    },

    async all(kind) {
      const rows = await db
        .selectFrom("works")
        .selectAll()
        .where("kind", "=", kind)
        .orderBy("at", "desc")
        .orderBy("id")
        .execute();
      return rows.map(storedWork);
    },

    async remove(ids) {
      for (const some of chunks(ids))
        await db.deleteFrom("works").where("id", "in", some).execute();
    },

    async removeBefore(time) {
      await db.deleteFrom("works").where("at", "<", time).execute();
    },
  };
}

function storedWork(row: Tables["works"]): StoredWork {
  const { id, kind, statement_id, person_id, revision, json, bytes, at } = row;
  const owner = { statementId: statement_id, personId: person_id };
  return { id, kind, owner, revision, json, bytes, at };
}
