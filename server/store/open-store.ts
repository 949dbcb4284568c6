/** Opens the store in a folder: one SQLite file, brought up to date. */
import { Kysely } from "kysely";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { migrate } from "./migrate.ts";
import { peopleStore } from "./people-store-kysely.ts";
import { recordStore } from "./record-store.ts";
import { openSqlite } from "./sqlite-dialect.ts";
import type { Store } from "./store.ts";
import type { Tables } from "./tables.ts";
import { textStore } from "./text-store-kysely.ts";

/**
 * @param dataDir folder of `needline.sqlite`, made when it is not there
 * @throws when the folder cannot be written or the tables cannot be brought up to date
 */
export async function openStore(dataDir: string): Promise<Store> {
  await mkdir(dataDir, { recursive: true });
  const { dialect, together } = openSqlite(join(dataDir, "needline.sqlite"));
  const db = new Kysely<Tables>({ dialect });
  try {
    await migrate(db);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return {
    text: textStore(db, together),
    record: recordStore(db),
    people: peopleStore(db),
    close: () => db.destroy(),
  };
}
