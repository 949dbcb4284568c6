/** What each person has read of what they are told, and what they do not want to hear of. */
import type { Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("notice_readings")
    .addColumn("statement_id", "text", (c) => c.notNull().references("statements.id"))
    .addColumn("person_id", "text", (c) => c.notNull().references("people.id"))
    .addColumn("read_to", "integer", (c) => c.notNull())
    .addColumn("read_keys", "text", (c) => c.notNull())
    .addColumn("off", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("notice_readings_key", ["statement_id", "person_id"])
    .execute();
}
