/** How the text of a statement lies in the store: one snapshot, and what came after it in order of beat and part. */
import type { Selectable, SelectQueryBuilder, Transaction } from "kysely";
import type { Tables, TextSnapshotsTable } from "./tables.ts";

export function snapshotOf(
  transaction: Transaction<Tables>,
  statementId: string,
): Promise<Pick<Selectable<TextSnapshotsTable>, "beat" | "bytes"> | undefined> {
  return transaction
    .selectFrom("text_snapshots")
    .select(["beat", "bytes"])
    .where("statement_id", "=", statementId)
    .executeTakeFirst();
}

/** @param beat the last one that the caller has; 0 for none @returns a query, for the columns that are wanted */
export function updatesAfter(
  transaction: Transaction<Tables>,
  statementId: string,
  beat: number,
): SelectQueryBuilder<Tables, "text_updates", object> {
  return transaction
    .selectFrom("text_updates")
    .where("statement_id", "=", statementId)
    .where("beat", ">", beat)
    .orderBy("beat")
    .orderBy("part");
}
