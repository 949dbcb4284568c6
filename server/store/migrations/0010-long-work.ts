/** Long work: what an import said, beside what it wrote; what servers know of work, and its files where they share the database. */
import type { Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  // Those of imports until now are in what they have to put back.
  await schema
    .alterTable("imports")
    .addColumn("thread_ids", "text", (c) => c.notNull().defaultTo("[]"))
    .execute();
  await schema
    .createTable("works")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("statement_id", "text", (c) => c.notNull())
    .addColumn("person_id", "text", (c) => c.notNull())
    .addColumn("revision", "integer", (c) => c.notNull())
    .addColumn("json", "text", (c) => c.notNull())
    .addColumn("bytes", "integer", (c) => c.notNull())
    .addColumn("at", "text", (c) => c.notNull())
    .execute();
  await schema
    .createTable("work_files")
    .addColumn("id", "text", (c) => c.notNull())
    .addColumn("piece", "integer", (c) => c.notNull())
    .addColumn("bytes", "blob", (c) => c.notNull())
    .addColumn("written_at", "text", (c) => c.notNull())
    .addPrimaryKeyConstraint("work_files_key", ["id", "piece"])
    .execute();
  await schema.createIndex("work_files_by_time").on("work_files").column("written_at").execute();
}
