/** Brings a database's tables to what this server needs. */
import type { Kysely } from "kysely";
import { Migrator } from "kysely/migration";
import { migrations } from "./migrations/all.ts";
import type { Tables } from "./tables.ts";

/** @throws what the migration that failed threw, of which nothing is kept; Error when the tables are newer than this server */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  // In Kysely's words: a migration that was executed is missing here.
  const isNewer = error instanceof Error && error.message.includes("previously executed migration");
  throw isNewer
    ? new Error("It was written by a newer Needline. Start that one.")
    : new Error("Its tables could not be brought up to date.", { cause: error });
}
