/**
 * Copies everything that one database holds into another that holds nothing, of the same engine or not.
 * Promises that either all of it is there, row for row as it was, or nothing.
 */
import { createHash } from "node:crypto";
import { type Kysely, sql, type Transaction } from "kysely";
import type { Tables } from "./tables.ts";

export interface CopiedTable {
  readonly name: string;
  readonly rows: number;
}

interface TableToCopy {
  readonly name: keyof Tables;
  readonly key: readonly string[];
  /** How many rows at once: some hold a whole statement each. */
  readonly atOnce: number;
}

const many = 500;
const few = 10;

/** Kept for an hour or two. */
type LeftOut = "works" | "work_files";

/** What is referred to comes before what refers to it. */
const keys: {
  readonly [Name in Exclude<keyof Tables, LeftOut>]: readonly [
    key: readonly string[],
    atOnce: number,
  ];
} = {
  installation: [["id"], many],
  boroughs: [["id"], many],
  people: [["id"], many],
  sessions: [["token_hash"], many],
  sign_in_links: [["token_hash"], many],
  start_link: [["id"], many],
  statements: [["id"], many],
  memberships: [["statement_id", "person_id"], many],
  invitations: [["id"], many],
  entries: [["statement_id", "number"], many],
  text_updates: [["id"], many],
  text_snapshots: [["statement_id"], few],
  client_ids: [["statement_id", "client_id"], many],
  item_edits: [["statement_id", "item_id"], many],
  item_history: [["id"], many],
  given_references: [["statement_id", "item_id"], many],
  visits: [["statement_id", "person_id"], many],
  notice_readings: [["statement_id", "person_id"], many],
  borough_notes: [["id"], many],
  versions: [["statement_id", "number"], few],
  import_mappings: [["person_id", "shape"], many],
  imports: [["id"], few],
};

const tables: readonly TableToCopy[] = Object.entries(keys).map(([name, [key, atOnce]]) => ({
  name: name as keyof Tables,
  key,
  atOnce,
}));

/** Tables whose rows the database numbers itself. */
const numbered: readonly (keyof Tables)[] = ["text_updates", "item_history"];

/**
 * @param from nobody may write in it meanwhile
 * @param to with the same tables, and nobody in them
 * @param isPostgres whether `to` is
 * @returns what was copied
 * @throws Error in plain words when `to` holds something already, or what is there is not what was
 */
export async function copyTables(
  from: Kysely<Tables>,
  to: Kysely<Tables>,
  isPostgres: boolean,
): Promise<CopiedTable[]> {
  return await to.transaction().execute(async (transaction) => {
    const people = await transaction.selectFrom("people").select("id").limit(1).execute();
    if (people.length > 0) throw new Error("There is something in it already. Name an empty one.");
    await transaction.deleteFrom("installation").execute();
    await transaction.deleteFrom("start_link").execute();
    const copied: CopiedTable[] = [];
    for (const table of tables) copied.push(await copyTable(from, transaction, table));
    if (isPostgres) for (const name of numbered) await numberOn(transaction, name);
    return copied;
  });
}

async function copyTable(
  from: Kysely<Tables>,
  to: Transaction<Tables>,
  table: TableToCopy,
): Promise<CopiedTable> {
  const before = createHash("sha256");
  let rows = 0;
  for await (const chunk of chunksOf(from, table)) {
    for (const row of chunk) before.update(lineOf(row));
    rows += chunk.length;
    await to.insertInto(table.name).values(chunk).execute();
  }
  const after = createHash("sha256");
  for await (const chunk of chunksOf(to, table)) for (const row of chunk) after.update(lineOf(row));
  if (before.digest("hex") !== after.digest("hex"))
    throw new Error(`What was copied of ${table.name} is not what was there. Nothing was kept.`);
  return { name: table.name, rows };
}

type Row = Readonly<Record<string, unknown>>;

/** All rows in order of their key. Text is ordered by its bytes in both engines. */
async function* chunksOf(
  db: Kysely<Tables>,
  { name, key, atOnce }: TableToCopy,
): AsyncGenerator<readonly Row[]> {
  const columns = sql.join(key.map((column) => sql.ref(column)));
  let last: Row | undefined;
  for (;;) {
    const after = last
      ? sql`where (${columns}) > (${sql.join(key.map((column) => last?.[column]))})`
      : sql``;
    const { rows } = await sql<Row>`
      select * from ${sql.table(name)} ${after} order by ${columns} limit ${sql.lit(atOnce)}
    `.execute(db);
    if (rows.length > 0) yield rows;
    last = rows.at(-1);
    if (rows.length < atOnce) return;
  }
}

/** The same for the same row, whichever engine it is from. */
function lineOf(row: Row): string {
  const cells = Object.keys(row)
    .toSorted()
    .map((name) => {
      const value = row[name];
      return [name, value instanceof Uint8Array ? Buffer.from(value).toString("base64") : value];
    });
  return `${JSON.stringify(cells)}\n`;
}

/** The next row gets a number after those that were copied. */
async function numberOn(to: Transaction<Tables>, name: keyof Tables): Promise<void> {
  await sql`
    select setval(pg_get_serial_sequence(${name}, 'id'), (select coalesce(max(id), 0) + 1 from ${sql.table(name)}), false)
  `.execute(to);
}
