/** Notes that only one borough sees. They stand in no entry and in no text. */
import type { Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("borough_notes")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("statement_id", "text", (c) => c.notNull().references("statements.id"))
    .addColumn("borough_id", "text", (c) => c.notNull().references("boroughs.id"))
    .addColumn("revision", "integer", (c) => c.notNull())
    .addColumn("item_id", "text")
    .addColumn("person_id", "text", (c) => c.notNull().references("people.id"))
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("words", "text", (c) => c.notNull())
    .addColumn("changed_at", "text")
    .addColumn("withdrawn_at", "text")
    // Two changes that believed they are the same one: the second fails.
    .addUniqueConstraint("borough_notes_revision", ["statement_id", "borough_id", "revision"])
    .execute();
}
