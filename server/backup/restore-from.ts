/** A backup in the place of what a server keeps, under a new epoch. */
import { copyFile, mkdir, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { type CopiedTable, copyTables } from "../store/copy-tables.ts";
import { nameOf, openPostgres } from "../store/open-postgres.ts";
import { databaseIn, openSqliteDatabase } from "../store/open-store.ts";
import { isThere, type Kept, stampOf, toDisk } from "./back-up.ts";
import { checkBackup } from "./check-backup.ts";

interface RestoreOptions {
  readonly now: Date;
  /** Another one than ever before: pages then offer what only they have, and do not merge it. */
  readonly epoch: string;
  say(line: string): void;
}

/** @throws Error with what to do, when the backup does not hold or a server runs on the folder */
export async function restoreFrom(
  file: string,
  { dataDir, databaseUrl }: Kept,
  { now, epoch, say }: RestoreOptions,
): Promise<void> {
  if (!(await isThere(file))) throw new Error(`There is no ${file}. Name the backup.`);
  const database = databaseIn(dataDir);
  const ready = `${database}.restoring`;
  await mkdir(dataDir, { recursive: true });
  for (const left of [ready, `${ready}-wal`, `${ready}-shm`]) await rm(left, { force: true });
  try {
    await copyFile(file, ready);
    const { statements } = await checkBackup(ready, epoch);
    if (databaseUrl) {
      await fillPostgres(ready, databaseUrl);
    } else {
      await toDisk(ready);
      const aside = `${database}.before-${stampOf(now)}`;
      if (await setAside(database, aside)) say(`What was there is kept as ${aside}`);
      await rename(ready, database);
      await toDisk(dirname(database));
    }
    say(`Restored ${statements} ${statements === 1 ? "statement" : "statements"} from ${file}`);
    say("Start Needline now. Whoever has a page open is told to reload it.");
  } finally {
    await rm(ready, { force: true });
  }
}

/** @returns false when there was nothing @throws Error when a server has it open */
async function setAside(database: string, aside: string): Promise<boolean> {
  if (!(await isThere(database))) return false;
  closeJournal(database);
  await rename(database, aside);
  return true;
}

/** @throws Error when there is something in the database already */
export async function fillPostgres(file: string, url: string): Promise<CopiedTable[]> {
  const { database, close } = await openPostgres(url);
  try {
    const source = await openSqliteDatabase(file);
    try {
      return await copyTables(source.db, database.db, true);
    } catch (error) {
      throw new Error(`The database ${nameOf(url)} was not filled.`, { cause: error });
    } finally {
      await source.db.destroy();
    }
  } finally {
    await close();
  }
}

/**
 * Brings what the write-ahead log holds into the file, so that the file alone is all of it.
 * @throws Error when a server has it open
 */
export function closeJournal(path: string): void {
  const database = new DatabaseSync(path, { timeout: 1_000 });
  try {
    // Goes only when nobody else has the database open.
    const [row] = database.prepare("pragma journal_mode = delete").all();
    if (row?.["journal_mode"] !== "delete") throw new Error("It is open.");
  } catch (error) {
    throw new Error(`A server runs on ${path}. Stop it first.`, { cause: error });
  } finally {
    database.close();
  }
}
