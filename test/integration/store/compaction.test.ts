/** A snapshot takes the place of a long journal while people type: nobody waits for the rows to go. */
import { DatabaseSync } from "node:sqlite";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { databaseIn, openStore } from "../../../server/store/open-store.ts";
import type { Store } from "../../../server/store/store.ts";
import type { Merged } from "../../../server/store/text-store.ts";
import { aCommit, at, journalOf, someText } from "./a-commit.ts";
import { databases } from "./a-database.ts";

const rowsInABeat = 1_000;
const beats = 30;

/** A statement with a journal of many beats. @returns what a snapshot of all of it is kept as */
async function withLongJournal(store: Store): Promise<Merged> {
  await store.people.addStatement("a", "ada", at);
  const words = Array.from({ length: rowsInABeat }, (_, index) => `${index}`);
  for (let beat = 0; beat < beats; beat += 1) await types(store, ...words);
  const bytes = new TextEncoder().encode("all of it");
  const none = { itemEdits: new Map(), edits: [] };
  return { ...none, snapshotBeat: 0, beat: beats, rows: beats * rowsInABeat, rowBytes: 0, bytes };
}

function types(store: Store, ...words: readonly string[]): Promise<unknown> {
  return store.text.commit(aCommit({ updates: someText("a", ...words) }));
}

describe.each(databases)("a long journal in $name", ({ make }) => {
  test("goes a little at a time, and what people type meanwhile is kept in between", async () => {
    await using database = await make();
    const store = await database.open();
    await store.text.keepMerged("a", at, await withLongJournal(store));
    const order: string[] = [];
    const going = store.text.removeMerged("a").then(() => order.push("all gone"));
    for (const word of ["one", "two", "three"]) {
      await types(store, word);
      order.push(word);
    }
    await going;
    expect(order).toEqual(["one", "two", "three", "all gone"]);
    expect(await journalOf(store, "a")).toEqual([
      `${beats + 1}.0 one`,
      `${beats + 2}.0 two`,
      `${beats + 3}.0 three`,
    ]);
  });
});

test("rows that a server left behind are not read, and go with the next snapshot", async () => {
  const folder = await mkdtemp(join(tmpdir(), "needline-compaction-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const store = await openStore(folder);
  onTestFinished(() => store.close());
  const rows = (): unknown => {
    using file = new DatabaseSync(databaseIn(folder), { readOnly: true });
    return file.prepare("select count(*) as count from text_updates").get()?.["count"];
  };
  // It stopped right here.
  const merged = await withLongJournal(store);
  expect(await store.text.keepMerged("a", at, merged)).toEqual({ rows: merged.rows, bytes: 0 });
  expect(rows()).toBe(beats * rowsInABeat);
  expect(await journalOf(store, "a")).toEqual([]);
  expect(await store.text.toMerge("a")).toBeNull();
  expect(await store.text.changesAfter("a", { beat: beats, entry: 0 })).toMatchObject({
    updates: [],
  });
  await types(store, "later");
  const next = { ...merged, snapshotBeat: beats, beat: beats + 1, rows: 1 };
  expect(await store.text.keepMerged("a", at, next)).toEqual({ rows: 1, bytes: 0 });
  await store.text.removeMerged("a");
  expect(rows()).toBe(0);
});
