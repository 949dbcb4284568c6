/** Who changed which words of an item, kept when their updates go into a snapshot; and when people were last here. */
import type { Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable("item_history")
    .addColumn("id", "integer", (c) => c.primaryKey())
    .addColumn("statement_id", "text", (c) => c.notNull().references("statements.id"))
    .addColumn("item_id", "text", (c) => c.notNull())
    .addColumn("part", "text", (c) => c.notNull())
    .addColumn("person_id", "text", (c) => c.notNull())
    .addColumn("from_at", "text", (c) => c.notNull())
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("before", "text", (c) => c.notNull())
    .addColumn("after", "text", (c) => c.notNull())
    .execute();
  await schema
    .createIndex("item_history_of_item")
    .on("item_history")
    .columns(["statement_id", "item_id"])
    .execute();
  await schema
    .createIndex("item_history_by_time")
    .on("item_history")
    .columns(["statement_id", "at"])
    .execute();
  await schema
    .createTable("visits")
    .addColumn("statement_id", "text", (c) => c.notNull().references("statements.id"))
    .addColumn("person_id", "text", (c) => c.notNull().references("people.id"))
    .addColumn("until", "text", (c) => c.notNull())
    .addColumn("before", "text")
    .addPrimaryKeyConstraint("visits_key", ["statement_id", "person_id"])
    .execute();
}
