/** What the store promises of a statement's text: read at one moment, compacted without a loss, the same on both engines. */
import { describe, expect, test } from "vitest";
import type { StoredEdit } from "../../../server/store/history-store.ts";
import type { Store } from "../../../server/store/store.ts";
import { aCommit, at, compacts, journalOf, pointOf, someText, type Compacted } from "./a-commit.ts";
import { databases } from "./a-database.ts";

const bytesOf = (words: string): Uint8Array => new TextEncoder().encode(words);

function anEdit(itemId: string, atMinute: number, id: number | null = null): StoredEdit {
  const time = minute(atMinute);
  const part = "field:statement";
  const who = { personId: "ada", others: [] };
  return { id, itemId, part, ...who, from: time, at: time, before: "", after: "words" };
}

function minute(after: number): string {
  return new Date(Date.parse(at) + after * 60_000).toISOString();
}

/** @param edits are kept as new */
function merged(words: string, edits: readonly StoredEdit[] = []): Compacted {
  return { bytes: bytesOf(words), itemEdits: new Map(), edits };
}

const bound = (clientId: number, personId = "ada") => ({ statementId: "a", clientId, personId });
const given = (itemId: string, reference: string) => ({ statementId: "a", itemId, reference });

async function withText(store: Store, ...words: readonly string[]): Promise<void> {
  await store.people.addStatement("a", "ada", at);
  for (const word of words) await store.text.commit(aCommit({ updates: someText("a", word) }));
}

describe.each(databases)("the text in $name", ({ make }) => {
  test("of a statement that is new is empty, and there is none where there is no statement", async () => {
    await using database = await make();
    const store = await database.open();
    await store.people.addStatement("a", "ada", at);
    expect(await store.text.load("a")).toEqual({
      snapshot: null,
      snapshotBeat: 0,
      updates: [],
      clientIds: new Map(),
      itemEdits: new Map(),
      entries: [],
      summary: { title: "", itemCount: 0, changedAt: at },
    });
    expect(await store.text.words("a")).toEqual({ snapshot: null, updates: [], references: [] });
    expect(await store.text.loadWithHistory("a", {})).toMatchObject({ edits: [], recent: [] });
    for (const id of ["nowhere", "", "A", "a "]) {
      expect(await store.text.load(id)).toBeNull();
      expect(await store.text.words(id)).toBeNull();
      expect(await store.text.loadWithHistory(id, {})).toBeNull();
    }
    // One that is there already stays as it is.
    await store.people.addStatement("a", "ben", minute(1));
    expect((await store.text.load("a"))?.summary.changedAt).toBe(at);
  });

  test("comes back to the byte, few bytes or many", async () => {
    await using database = await make();
    const [store, elsewhere] = [await database.open(), await database.open()];
    await store.people.addStatement("a", "ada", at);
    const all = Uint8Array.from({ length: 256 }, (_, value) => value);
    const sizes = [new Uint8Array([0]), all, new Uint8Array(3_000_000).fill(7)];
    // A view into something larger, as what comes from a socket is.
    const views = [...sizes, all.subarray(3, 9), Buffer.from("pooled")];
    const updates = views.map((bytes) => ({ statementId: "a", personId: "ada", at, bytes }));
    await store.text.commit(aCommit({ updates }));
    const rows = (await elsewhere.text.load("a"))?.updates ?? [];
    const areSame = rows.map(({ bytes }, place) => Buffer.from(bytes).equals(views[place] ?? all));
    expect(areSame).toEqual(views.map(() => true));
    expect(rows.every(({ bytes }) => bytes.constructor === Uint8Array)).toBe(true);
    const words = await elsewhere.text.words("a");
    expect(words?.updates.map(({ length }) => length)).toEqual([1, 256, 3_000_000, 6, 6]);
    await compacts(store, "a", at, () => Promise.resolve({ ...merged(""), bytes: all }));
    expect(await elsewhere.text.words("a")).toMatchObject({ snapshot: all, updates: [] });
  });

  test("is found with its references, and without another statement's", async () => {
    await using database = await make();
    const store = await database.open();
    await withText(store, "one");
    await store.people.addStatement("b", "ada", at);
    await store.text.commit(aCommit({ references: [given("r1", "R-1"), given("n1", "N-1")] }));
    const elsewhere = { statementId: "b", itemId: "r1", reference: "R-1" };
    await store.text.commit(
      aCommit({ updates: someText("b", "theirs"), references: [elsewhere], clientIds: [bound(1)] }),
    );
    const words = await store.text.words("a");
    expect(new Map(words?.references)).toEqual(
      new Map([
        ["r1", "R-1"],
        ["n1", "N-1"],
      ]),
    );
    expect((await store.text.words("b"))?.references).toEqual([["r1", "R-1"]]);
    expect((await store.text.load("b"))?.clientIds).toEqual(new Map());
  });

  test("has points for as many statements as are asked for, without those that do not exist", async () => {
    await using database = await make();
    const store = await database.open();
    await withText(store, "one", "two");
    expect(await store.text.points([])).toEqual(new Map());
    const many = Array.from({ length: 70_000 }, (_, number) => `s${number}`);
    expect(await store.text.points([...many, "a", "a"])).toEqual(
      new Map([["a", { beat: 2, entry: 0 }]]),
    );
  });
});

describe.each(databases)("a compaction in $name", ({ make }) => {
  test("puts what was merged in the place of the rows, and says how much that was", async () => {
    await using database = await make();
    const store = await database.open();
    await withText(store, "one", "two");
    const seen: unknown[] = [];
    const compacted = await compacts(store, "a", at, ({ snapshot, updates }, recent) => {
      seen.push([snapshot, updates.length, recent]);
      return Promise.resolve({
        ...merged("one two"),
        itemEdits: new Map([["r1", { personId: "ada", at }]]),
      });
    });
    expect(seen).toEqual([[null, 2, []]]);
    expect(compacted).toEqual({ rows: 2, bytes: 6 });
    await store.text.commit(aCommit({ updates: someText("a", "three") }));
    const ben = { personId: "ben", at: minute(1) };
    await compacts(store, "a", minute(1), ({ snapshot, snapshotBeat, updates }) => {
      expect([new TextDecoder().decode(snapshot ?? undefined), snapshotBeat]).toEqual([
        "one two",
        2,
      ]);
      expect(updates.map(({ beat }) => beat)).toEqual([3]);
      return Promise.resolve({ ...merged("all"), itemEdits: new Map([["r2", ben]]) });
    });
    // Those that were kept before stay.
    expect(await store.text.load("a")).toMatchObject({
      snapshotBeat: 3,
      updates: [],
      itemEdits: new Map([
        ["r1", { personId: "ada", at }],
        ["r2", ben],
      ]),
    });
    expect(await pointOf(store, "a")).toEqual({ beat: 3, entry: 0 });
  });

  test("does nothing where there is nothing to merge, and asks nobody to", async () => {
    await using database = await make();
    const store = await database.open();
    await withText(store);
    const never = () => Promise.reject(new Error("asked to merge nothing"));
    for (const id of ["a", "nowhere"])
      expect(await compacts(store, id, at, never)).toEqual({ rows: 0, bytes: 0 });
    await store.text.commit(aCommit({ updates: someText("a", "one") }));
    await compacts(store, "a", at, () => Promise.resolve(merged("one")));
    expect(await compacts(store, "a", at, never)).toEqual({ rows: 0, bytes: 0 });
  });

  test("that fails half-way leaves all as it was", async () => {
    await using database = await make();
    const store = await database.open();
    await withText(store, "one");
    const fails = compacts(store, "a", at, () => Promise.reject(new Error("too large")));
    await expect(fails).rejects.toThrow("too large");
    // What is wrong about it, the database finds only after the snapshot is written.
    const nobodys = { ...anEdit("r1", 0), personId: null as unknown as string };
    const broken = compacts(store, "a", at, () => Promise.resolve(merged("one", [nobodys])));
    await expect(broken).rejects.toThrow(/null/i);
    expect(await journalOf(store, "a")).toEqual(["1.0 one"]);
    expect(await store.text.load("a")).toMatchObject({ snapshot: null, snapshotBeat: 0 });
  });

  test("is handed the edits that may go on, and keeps what goes on in its place", async () => {
    await using database = await make();
    const store = await database.open();
    await withText(store, "one");
    const edits = [anEdit("old", -11), anEdit("r1", -10), anEdit("r2", -1), anEdit("r3", 0)];
    await compacts(store, "a", at, () => Promise.resolve(merged("one", edits)));
    await store.text.commit(aCommit({ updates: someText("a", "two") }));
    const { stored, recent } = (await store.text.loadWithHistory("a", { itemId: "r1" })) ?? {};
    expect(stored?.updates).toHaveLength(1);
    expect(recent?.map(({ itemId }) => itemId)).toEqual(["r1", "r2", "r3"]);
    await compacts(store, "a", minute(1), (_stored, may) => {
      expect(may).toEqual(recent);
      const [first] = may;
      if (!first) throw new Error("nothing may go on");
      const on = { ...first, others: ["ben", "cleo"], at: minute(1), after: "more words" };
      return Promise.resolve(merged("one two", [on, anEdit("r4", 1)]));
    });
    const kept = await store.history.edits("a", {});
    expect(kept.map(({ itemId, from, at: until, after }) => [itemId, from, until, after])).toEqual([
      ["old", minute(-11), minute(-11), "words"],
      ["r1", minute(-10), minute(1), "more words"],
      ["r2", minute(-1), minute(-1), "words"],
      ["r3", at, at, "words"],
      ["r4", minute(1), minute(1), "words"],
    ]);
    expect(kept.map(({ others }) => others)).toEqual([[], ["ben", "cleo"], [], [], []]);
  });
});

describe.each(databases)("edits that were kept in $name", ({ make }) => {
  test("are found by item, since a time and in their statement alone, oldest first, to the letter", async () => {
    await using database = await make();
    const [store, elsewhere] = [await database.open(), await database.open()];
    await withText(store, "one");
    await store.people.addStatement("b", "ada", at);
    await store.text.commit(aCommit({ updates: someText("b", "theirs") }));
    const values = [null, "", "A\u0000a \u{1f469}\u200d\u{1f4bb} \ud800", ["x", { y: 1.5 }], true];
    const edits = values.map((value, number) => ({
      ...anEdit(number % 2 === 0 ? "r1" : "R1", number),
      others: ["ben", "cleo"].slice(0, number % 3),
      before: value,
      after: [value],
    }));
    await compacts(store, "b", at, () => Promise.resolve(merged("theirs", [anEdit("r1", 9)])));
    await compacts(store, "a", at, () => Promise.resolve(merged("one", edits)));
    const found = await elsewhere.history.edits("a", {});
    expect(found).toEqual(edits.map((edit, place) => ({ ...edit, id: found[place]?.id })));
    expect(new Set(found.map(({ id }) => id)).size).toBe(values.length);
    const which = async (part: Parameters<Store["history"]["edits"]>[1]) =>
      (await store.history.edits("a", part)).map(({ from }) => from);
    expect(await which({ itemId: "r1" })).toEqual([0, 2, 4].map(minute));
    expect(await which({ since: minute(3) })).toEqual([3, 4].map(minute));
    expect(await which({ itemId: "R1", since: minute(3) })).toEqual([minute(3)]);
    expect(await which({ itemId: "" })).toEqual([]);
    expect(await store.history.edits("nowhere", {})).toEqual([]);
    const { edits: read } = (await store.text.loadWithHistory("a", { itemId: "r1" })) ?? {};
    expect(read?.map(({ from }) => from)).toEqual([0, 2, 4].map(minute));
  });
});
