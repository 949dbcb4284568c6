/** The texts of versions. */
import type { Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("versions")
    .addColumn("statement_id", "text", (c) => c.notNull().references("statements.id"))
    .addColumn("number", "integer", (c) => c.notNull())
    .addColumn("text", "blob", (c) => c.notNull())
    .addPrimaryKeyConstraint("versions_key", ["statement_id", "number"])
    .execute();
}
