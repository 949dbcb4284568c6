/** What the stores need of an engine, SQLite or PostgreSQL. */
import type { Kysely, Transaction } from "kysely";
import type { Together } from "./steps.ts";
import type { Tables } from "./tables.ts";

export interface Database {
  readonly db: Kysely<Tables>;
  readonly together: Together;
  /** Waits until no other transaction holds this name, which the transaction then holds until its end. */
  lock(transaction: Transaction<Tables>, name: string): Promise<void>;
}

/** Does `work`, which only reads, in a transaction that sees one moment, whatever others commit meanwhile. */
export function atOneMoment<T>(
  { db }: Database,
  work: (transaction: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  return db.transaction().setIsolationLevel("repeatable read").execute(work);
}

/** Does `work` in a transaction while nobody else does anything under this name, on any server. */
export function alone<T>(
  database: Database,
  name: string,
  work: (transaction: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  return database.db.transaction().execute(async (transaction) => {
    await database.lock(transaction, name);
    return await work(transaction);
  });
}
