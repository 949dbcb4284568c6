/** Edits of several people: where very many write at once, a part of an item has not one for each turn. */
import type { Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable("item_history")
    .addColumn("others", "text", (c) => c.notNull().defaultTo("[]"))
    .execute();
}
