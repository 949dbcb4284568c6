/** Opens the store in a folder: one SQLite file, brought up to date. */
import { Kysely } from "kysely";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { migrate } from "./migrate.ts";
import { historyStore } from "./history-store.ts";
import { importStore } from "./import-store.ts";
import { noticeStore } from "./notice-store.ts";
import { noteStore } from "./note-store.ts";
import { peopleStore } from "./people-store-kysely.ts";
import { recordStore } from "./record-store.ts";
import { openSqlite } from "./sqlite-dialect.ts";
import type { Store } from "./store.ts";
import type { Tables } from "./tables.ts";
import { textStore } from "./text-store-kysely.ts";
import { versionStore } from "./version-store.ts";

/** Path of the database of the server that keeps everything in `dataDir`. */
export function databaseIn(dataDir: string): string {
  return join(dataDir, "needline.sqlite");
}

/**
 * @param dataDir folder of `needline.sqlite`, made when it is not there
 * @throws when the folder cannot be written or the tables cannot be brought up to date
 */
export async function openStore(dataDir: string): Promise<Store> {
  await makeFolder(dataDir);
  return await openDatabase(databaseIn(dataDir));
}

/**
 * @param path of a database, made when it is not there
 * @throws when its tables cannot be brought up to date
 */
export async function openDatabase(path: string): Promise<Store> {
  const { dialect, together } = openSqlite(path);
  const db = new Kysely<Tables>({ dialect });
  try {
    await migrate(db);
  } catch (error) {
    await db.destroy();
    throw new Error(`The database ${path} cannot be opened.`, { cause: error });
  }
  return {
    text: textStore(db, together),
    record: recordStore(db),
    people: peopleStore(db),
    notices: noticeStore(db),
    notes: noteStore(db),
    history: historyStore(db),
    versions: versionStore(db),
    imports: importStore(db),
    epoch: async () => {
      const { epoch } = await db
        .selectFrom("installation")
        .select("epoch")
        .executeTakeFirstOrThrow();
      return epoch;
    },
    setEpoch: async (epoch) => {
      await db.updateTable("installation").set({ epoch }).execute();
    },
    close: () => db.destroy(),
  };
}

async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (error) {
    throw new Error(`There can be no folder ${path}. Name another one with DATA_DIR.`, {
      cause: error,
    });
  }
}
