/** From one SQLite file to PostgreSQL: everything, compared row by row and then item by item. */
import { readItems } from "../../shared/items.ts";
import { verifyStatements } from "../record/verify-statements.ts";
import { nameOf, openPostgresStore } from "../store/open-postgres.ts";
import { databaseIn, openDatabase } from "../store/open-store.ts";
import type { Store } from "../store/store.ts";
import { replay } from "../sync/replay.ts";
import { isThere, type Kept } from "./back-up.ts";
import { closeJournal, fillPostgres } from "./restore-from.ts";

/** @throws Error with what to do, or with what differs */
export async function moveToPostgres(
  { dataDir, databaseUrl }: Kept,
  say: (line: string) => void,
): Promise<void> {
  if (!databaseUrl)
    throw new Error("Say with DATABASE_URL where to, for example postgres://needline@db/needline");
  const file = databaseIn(dataDir);
  if (!(await isThere(file)))
    throw new Error(`There is no ${file}. Name the folder that the server keeps with DATA_DIR.`);
  closeJournal(file);
  const copied = await fillPostgres(file, databaseUrl);
  for (const { name, rows } of copied) say(`${name}: ${rows} rows, the same in both`);
  const [source, target] = [await openDatabase(file), await openPostgresStore(databaseUrl)];
  try {
    if (!(await verifyStatements(target, say))) throw new Error("A record does not hold.");
    const items = await compareItems(source, target);
    say(`${items} items, the same in both`);
    say(`Everything is in ${nameOf(databaseUrl)}. Start Needline with the same DATABASE_URL.`);
    say(`${file} is as it was. Keep it until you are sure.`);
  } finally {
    await Promise.all([source.close(), target.close()]);
  }
}

/** @returns how many there are, removed ones too @throws Error that names the first that differs */
async function compareItems(source: Store, target: Store): Promise<number> {
  let count = 0;
  for (const { id, title } of await source.record.statements()) {
    const [before, after] = [await itemsOf(source, id), await itemsOf(target, id)];
    for (const [itemId, item] of before) {
      if (after.get(itemId) !== item)
        throw new Error(`Item ${itemId} of ${title} (${id}) is another one in the database.`);
    }
    if (after.size !== before.size) throw new Error(`${title} (${id}) has other items there.`);
    count += before.size;
  }
  return count;
}

/** Each item as JSON, by id. */
async function itemsOf({ text }: Store, statementId: string): Promise<Map<string, string>> {
  const stored = await text.load(statementId);
  if (!stored) return new Map();
  const { doc } = replay(stored);
  return new Map(readItems(doc).map((item) => [item.id, JSON.stringify(item)]));
}
