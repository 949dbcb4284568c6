/** Reads a backup as a server would: the file itself, each statement's text, record and versions. */
import { DatabaseSync } from "node:sqlite";
import { verifyStatements } from "../record/verify-statements.ts";
import { openDatabase } from "../store/open-store.ts";
import { replay } from "../sync/replay.ts";

/**
 * @param path of the file, whose tables are brought up to date where an older server wrote them
 * @param setEpoch gives the data another epoch, once all of it holds
 * @returns how many statements are in it
 * @throws Error that says what does not hold
 */
export async function checkBackup(
  path: string,
  setEpoch: string | null = null,
): Promise<{ statements: number }> {
  checkFile(path);
  const store = await openDatabase(path);
  try {
    const broken: string[] = [];
    const hold = await verifyStatements(store, (line) => broken.push(line));
    if (!hold) throw new Error(broken.filter((line) => line.startsWith("BROKEN")).join("\n"));
    const statements = await store.record.statements();
    for (const { id } of statements) {
      const stored = await store.text.load(id);
      if (stored) replay(stored).doc.destroy();
    }
    if (setEpoch !== null) await store.setEpoch(setEpoch);
    return { statements: statements.length };
  } finally {
    await store.close();
  }
}

/** @throws Error when it is no database of Needline, or a damaged one */
function checkFile(path: string): void {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const tables = database
      .prepare("select 1 from sqlite_master where type = 'table' and name = 'text_updates'")
      .all();
    if (tables.length === 0) throw new Error("Needline's tables are not in it.");
    const [result] = database.prepare("pragma integrity_check(1)").all();
    if (result?.["integrity_check"] !== "ok") throw new Error("The file is damaged.");
  } catch (error) {
    throw new Error(`${path} is not a backup of Needline that can be used.`, { cause: error });
  } finally {
    database.close();
  }
}
