/** Reads what came after a point of a statement: for a room that another server has overtaken. */
import type { Transaction } from "kysely";
import { entryOf } from "./record-store.ts";
import { updatesAfter } from "./stored-text.ts";
import type { Tables } from "./tables.ts";
import type { Changes, Point } from "./text-store.ts";

/** Null when there is no such statement. */
export async function readChanges(
  transaction: Transaction<Tables>,
  statementId: string,
  { beat, entry }: Point,
): Promise<Changes | null> {
  const statement = await transaction
    .selectFrom("statements")
    .select(["title", "item_count", "changed_at", "last_beat", "last_entry"])
    .where("id", "=", statementId)
    .executeTakeFirst();
  if (!statement) return null;
  const snapshot = await transaction
    .selectFrom("text_snapshots")
    .select("beat")
    .where("statement_id", "=", statementId)
    .executeTakeFirst();
  if (snapshot && snapshot.beat > beat) return { state: "too-old" };
  const updates = await updatesAfter(transaction, statementId, beat)
    .select(["beat", "part", "person_id as personId", "at", "bytes"])
    .execute();
  const clientIds = await transaction
    .selectFrom("client_ids")
    .select(["client_id", "person_id"])
    .where("statement_id", "=", statementId)
    .where("beat", ">", beat)
    .execute();
  const entries = await transaction
    .selectFrom("entries")
    .selectAll()
    .where("statement_id", "=", statementId)
    .where("number", ">", entry)
    .orderBy("number")
    .execute();
  return {
    state: "changes",
    point: { beat: statement.last_beat, entry: statement.last_entry },
    updates,
    clientIds: new Map(clientIds.map((row) => [row.client_id, row.person_id])),
    entries: entries.map(entryOf),
    summary: {
      title: statement.title,
      itemCount: statement.item_count,
      changedAt: statement.changed_at,
    },
  };
}
