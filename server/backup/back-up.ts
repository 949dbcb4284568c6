/** Everything the server keeps, as one SQLite file that is whole or is not there. */
import { access, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Config } from "../config.ts";
import { copyTables } from "../store/copy-tables.ts";
import { atOneMoment } from "../store/database.ts";
import { openPostgres } from "../store/open-postgres.ts";
import { databaseIn, openSqliteDatabase } from "../store/open-store.ts";
import { checkBackup } from "./check-backup.ts";

interface BackupOptions {
  /** Where to; a name with the time in it, in the data folder's `backups`, when none is given. */
  readonly file?: string | undefined;
  readonly now: Date;
  say(line: string): void;
}

/** What is kept and where, as the settings say. */
export type Kept = Pick<Config, "dataDir" | "databaseUrl">;

/**
 * @returns the path of the file
 * @throws Error with what to do, when it could not be written, exists already, or what is in it does not hold
 */
export async function backUp(
  { dataDir, databaseUrl }: Kept,
  { now, say, file = join(dataDir, "backups", `needline-${stampOf(now)}.sqlite`) }: BackupOptions,
): Promise<string> {
  const database = databaseIn(dataDir);
  if (!databaseUrl && !(await isThere(database)))
    throw new Error(
      `There is no ${database}. Name the folder that the server keeps with DATA_DIR.`,
    );
  if (await isThere(file))
    throw new Error(`${file} is there already, and is not written over. Name another file.`);
  await mkdir(dirname(file), { recursive: true });
  const unfinished = `${file}.unfinished`;
  await rm(unfinished, { force: true });
  try {
    if (databaseUrl) await copyPostgres(databaseUrl, unfinished);
    else copyDatabase(database, unfinished);
    await toDisk(unfinished);
    const { statements } = await checkBackup(unfinished);
    await rename(unfinished, file);
    await toDisk(dirname(file));
    say(`Backed up ${statements} ${statements === 1 ? "statement" : "statements"} to ${file}`);
    return file;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** A copy of one moment, without what was deleted; whoever writes meanwhile is not kept waiting. */
function copyDatabase(from: string, to: string): void {
  const database = new DatabaseSync(from, { readOnly: true, timeout: 5_000 });
  try {
    database.prepare("vacuum into ?").run(to);
  } finally {
    database.close();
  }
}

/** All of it as of one moment, in the tables of SQLite. */
async function copyPostgres(url: string, to: string): Promise<void> {
  const { database, close } = await openPostgres(url);
  try {
    const target = await openSqliteDatabase(to);
    try {
      await atOneMoment(database, (moment) => copyTables(moment, target.db, false));
    } finally {
      await target.db.destroy();
    }
  } finally {
    await close();
  }
}

/** Resolves when a file, or the names in a folder, would survive a power cut. */
export async function toDisk(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** For file names: 2026-11-26T06-40-12Z. */
export function stampOf(now: Date): string {
  return now.toISOString().replace(/\.\d+/, "").replaceAll(":", "-");
}
