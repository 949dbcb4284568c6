/** Opens the store in a folder: one SQLite file, brought up to date. */
import { Kysely } from "kysely";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Database } from "./database.ts";
import { diskFiles } from "./disk-files.ts";
import { migrate } from "./migrate.ts";
import { openSqlite } from "./sqlite-dialect.ts";
import { storeOver } from "./store-over.ts";
import type { ReadStore, Store } from "./store.ts";
import type { Tables } from "./tables.ts";

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
  return storeOver(await openSqliteDatabase(path), diskFiles(dirname(path)));
}

/** The database itself, brought up to date. @throws as `openDatabase` does */
export async function openSqliteDatabase(path: string): Promise<Database> {
  const database = sqliteAt(path);
  try {
    await migrate(database.db);
  } catch (error) {
    await database.db.destroy();
    throw new Error(`The database ${path} cannot be opened.`, { cause: error });
  }
  return database;
}

/** @param dataDir folder of a store that a server has open */
export function openSqliteToRead(dataDir: string): ReadStore {
  return storeOver(sqliteAt(databaseIn(dataDir)), diskFiles(dataDir));
}

function sqliteAt(path: string): Database {
  const { dialect, together } = openSqlite(path);
  // Whoever begins a transaction on SQLite is alone until its end.
  return { db: new Kysely<Tables>({ dialect }), together, lock: () => Promise.resolve() };
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
