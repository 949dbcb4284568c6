/** Brings a database's tables to what this server needs. */
import type { Kysely } from "kysely";
import { Migrator } from "kysely/migration";
import { migrations } from "./migrations/all.ts";
import type { Tables } from "./tables.ts";

/** @throws what the migration that failed threw; nothing of it is kept. */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) {
    throw new Error("The database could not be brought up to date.", { cause: error });
  }
}
