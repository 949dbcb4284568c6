/** Long work: what an import said, beside what it wrote; and files, where servers share the database. */
import type { Kysely } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  // Those of imports until now are in what they have to put back.
  await schema
    .alterTable("imports")
    .addColumn("thread_ids", "text", (c) => c.notNull().defaultTo("[]"))
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
