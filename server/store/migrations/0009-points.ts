/** How far each statement has come, so that the database gives the next numbers; and since when a client id is somebody's. */
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  const number = ["last_beat", "last_entry"] as const;
  for (const name of number) {
    await schema
      .alterTable("statements")
      .addColumn(name, "integer", (c) => c.notNull().defaultTo(0))
      .execute();
  }
  await sql`
    update statements set
      last_beat = (
        select coalesce(max(kept.beat), 0) from (
          select statement_id, beat from text_updates
          union all
          select statement_id, beat from text_snapshots
        ) as kept
        where kept.statement_id = statements.id
      ),
      last_entry = (
        select coalesce(max(entries.number), 0) from entries
        where entries.statement_id = statements.id
      )
  `.execute(db);
  await schema
    .alterTable("client_ids")
    .addColumn("beat", "integer", (c) => c.notNull().defaultTo(0))
    .execute();
  await schema
    .createIndex("client_ids_by_beat")
    .on("client_ids")
    .columns(["statement_id", "beat"])
    .execute();
}
