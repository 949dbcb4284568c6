/** What reads a SQLite database for long, as processes do that work something out, keeps nobody from writing. */
import { Kysely, sql } from "kysely";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { atOneMoment, type Database } from "../../../server/store/database.ts";
import { openSqlite } from "../../../server/store/sqlite-dialect.ts";
import type { Tables } from "../../../server/store/tables.ts";

async function opened(path: string): Promise<Database> {
  const { dialect, together } = openSqlite(path);
  const db = new Kysely<Tables>({ dialect });
  onTestFinished(() => db.destroy());
  return { db, together, lock: () => Promise.resolve() };
}

test("whoever reads sees one moment, and whoever writes meanwhile does not wait", async () => {
  const folder = await mkdtemp(join(tmpdir(), "needline-reading-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, "a.db");
  const [writes, reads] = [await opened(path), await opened(path)];
  await sql`create table words (word text)`.execute(writes.db);
  const word = (text: string) => sql`insert into words values (${text})`.execute(writes.db);
  await word("before");
  const seen = await atOneMoment(reads, async (transaction) => {
    const all = async () => (await sql`select word from words`.execute(transaction)).rows;
    const first = await all();
    await word("meanwhile");
    return [first, await all()];
  });
  expect(seen).toEqual([[{ word: "before" }], [{ word: "before" }]]);
  expect((await sql`select word from words`.execute(reads.db)).rows).toHaveLength(2);
});
