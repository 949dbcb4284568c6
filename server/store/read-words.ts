/** Reads the text of a statement alone: for those who search it and need neither its authors nor its record. */
import type { Transaction } from "kysely";
import { snapshotOf, updatesAfter } from "./stored-text.ts";
import type { Tables } from "./tables.ts";
import type { StoredWords } from "./text-store.ts";

/** Null when there is no such statement. */
export async function readWords(
  transaction: Transaction<Tables>,
  statementId: string,
): Promise<StoredWords | null> {
  const statement = await transaction
    .selectFrom("statements")
    .select("id")
    .where("id", "=", statementId)
    .executeTakeFirst();
  if (!statement) return null;
  const snapshot = await snapshotOf(transaction, statementId);
  const updates = await updatesAfter(transaction, statementId, snapshot?.beat ?? 0)
    .select("bytes")
    .execute();
  const references = await transaction
    .selectFrom("given_references")
    .select(["item_id", "reference"])
    .where("statement_id", "=", statementId)
    .execute();
  return {
    snapshot: snapshot?.bytes ?? null,
    updates: updates.map(({ bytes }) => bytes),
    references: references.map((row) => [row.item_id, row.reference] as const),
  };
}
