/** How people read tables of a shape, and what imports changed, so that they can be undone. */
import type { Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable("import_mappings")
    .addColumn("person_id", "text", (c) => c.notNull().references("people.id"))
    .addColumn("shape", "text", (c) => c.notNull())
    .addColumn("mapping", "text", (c) => c.notNull())
    .addColumn("used_at", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("import_mappings_key", ["person_id", "shape"])
    .execute();
  await schema
    .createTable("imports")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("statement_id", "text", (c) => c.notNull().references("statements.id"))
    .addColumn("to_undo", "text", (c) => c.notNull())
    .execute();
}
