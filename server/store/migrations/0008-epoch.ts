/** Which life of the data this is: another one after each restoring from a backup. */
import type { Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("installation")
    .addColumn("id", "integer", (c) => c.primaryKey())
    .addColumn("epoch", "text", (c) => c.notNull())
    .execute();
  // What pages take for the first one: copies on people's computers from before this table go on.
  const first = { id: 1, epoch: "1" };
  await (db as Kysely<{ installation: typeof first }>)
    .insertInto("installation")
    .values(first)
    .execute();
}
