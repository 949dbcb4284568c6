/** What the store promises of a commit: all of it or nothing, numbered without a gap, under the statement's lock. */
import { describe, expect, test } from "vitest";
import { Behind } from "../../../server/store/text-store.ts";
import {
  aCommit,
  aNote,
  at,
  compacts,
  firstNote,
  journalOf,
  pointOf,
  someText,
} from "./a-commit.ts";
import { databases } from "./a-database.ts";

describe.each(databases)("a commit to $name", ({ make }) => {
  test("gives each statement its next beat, and rows their places in it", async () => {
    await using database = await make();
    const store = await database.open();
    for (const id of ["a", "b"]) await store.people.addStatement(id, "ada", at);
    await store.text.commit(aCommit({ updates: someText("b", "one") }));

    const updates = [...someText("b", "two"), ...someText("a", "one"), ...someText("b", "three")];
    const given = await store.text.commit(aCommit({ updates }));

    expect(Object.fromEntries(given)).toEqual({
      a: { beat: 1, entry: 0 },
      b: { beat: 2, entry: 0 },
    });
    expect(await journalOf(store, "a")).toEqual(["1.0 one"]);
    expect(await journalOf(store, "b")).toEqual(["1.0 one", "2.0 two", "2.1 three"]);
    expect(await store.text.points(["a", "b", "c"])).toEqual(given);
  });

  test("keeps hundreds of rows of a beat in order", async () => {
    await using database = await make();
    const store = await database.open();
    await store.people.addStatement("a", "ada", at);
    const words = Array.from({ length: 1_543 }, (_, place) => `word ${place}`);
    await store.text.commit(aCommit({ updates: someText("a", ...words) }));
    expect(await journalOf(store, "a")).toEqual(words.map((word, place) => `1.${place} ${word}`));
  });

  test("without text moves no beat on", async () => {
    await using database = await make();
    const store = await database.open();
    await store.people.addStatement("a", "ada", at);
    const summary = { statementId: "a", title: "Repairs", itemCount: 3, changedAt: at };
    await store.text.commit(aCommit({ entries: [firstNote("a")], summaries: [summary] }));
    expect(await pointOf(store, "a")).toEqual({ beat: 0, entry: 1 });
    const { statementId: _, ...stored } = summary;
    expect((await store.text.load("a"))?.summary).toEqual(stored);
  });

  test("that expects what is no longer so is behind, and nothing of it is kept", async () => {
    await using database = await make();
    const store = await database.open();
    for (const id of ["a", "b"]) await store.people.addStatement(id, "ada", at);
    await store.text.commit(aCommit({ updates: someText("b", "one"), entries: [firstNote("b")] }));
    const wrong = [
      { beat: 0, entry: 1 },
      { beat: 1, entry: 0 },
      { beat: 2, entry: 1 },
    ];
    for (const point of wrong) {
      const updates = [...someText("a", "lost"), ...someText("b", "lost")];
      const expects = [{ statementId: "b", ...point }];
      await expect(store.text.commit(aCommit({ expects, updates }))).rejects.toThrow(Behind);
    }
    expect(await journalOf(store, "a")).toEqual([]);
    expect(await journalOf(store, "b")).toEqual(["1.0 one"]);
    const expects = [{ statementId: "b", beat: 1, entry: 1 }];
    await store.text.commit(aCommit({ expects, updates: someText("b", "two") }));
    expect(await pointOf(store, "b")).toEqual({ beat: 2, entry: 1 });
  });

  test("takes only the next entries", async () => {
    await using database = await make();
    const store = await database.open();
    await store.people.addStatement("a", "ada", at);
    const one = firstNote("a");
    const two = aNote("a", one);
    await expect(store.text.commit(aCommit({ entries: [two] }))).rejects.toThrow(Behind);
    await store.text.commit(aCommit({ entries: [one, two] }));
    await expect(store.text.commit(aCommit({ entries: [two] }))).rejects.toThrow(Behind);
    expect(await store.record.entriesAfter("a", 0)).toEqual([one, two]);
    expect(await pointOf(store, "a")).toEqual({ beat: 0, entry: 2 });
  });

  test("of which one part cannot be kept leaves no part of it, and the next goes through", async () => {
    await using database = await make();
    const store = await database.open();
    await store.people.addStatement("a", "ada", at);
    const given = { statementId: "a", itemId: "r1", reference: "R-1" };
    const parts = {
      updates: someText("a", "one"),
      clientIds: [{ statementId: "a", clientId: 7, personId: "ada" }],
      entries: [firstNote("a")],
    };
    // The rest goes in first; the same reference twice is what the database refuses.
    const halfway = store.text.commit(aCommit({ ...parts, references: [given, given] }));
    await expect(halfway).rejects.toThrow(/unique/i);
    const stored = await store.text.load("a");
    expect([stored?.updates, stored?.clientIds, stored?.entries]).toEqual([[], new Map(), []]);
    expect(await pointOf(store, "a")).toEqual({ beat: 0, entry: 0 });

    await store.text.commit(aCommit({ ...parts, references: [given] }));
    expect(await pointOf(store, "a")).toEqual({ beat: 1, entry: 1 });
  });

  test("to a statement that is not there fails, and takes the others with it", async () => {
    await using database = await make();
    const store = await database.open();
    await store.people.addStatement("a", "ada", at);
    const updates = [...someText("a", "lost"), ...someText("nowhere", "lost")];
    await expect(store.text.commit(aCommit({ updates }))).rejects.toThrow("no such statement");
    expect(await journalOf(store, "a")).toEqual([]);
  });

  test("binds a client id to one person, who may bind it again", async () => {
    await using database = await make();
    const store = await database.open();
    for (const id of ["a", "b"]) await store.people.addStatement(id, "ada", at);
    const largest = 2 ** 32 - 1;
    const binds = (statementId: string, personId: string, word: string) =>
      store.text.commit(
        aCommit({
          updates: someText(statementId, word),
          clientIds: [
            { statementId, clientId: largest, personId },
            { statementId, clientId: largest - word.length, personId },
          ],
        }),
      );
    await binds("a", "ada", "one");
    await binds("a", "ada", "again");
    await expect(binds("a", "ben", "taken")).rejects.toThrow("another person's");
    await binds("b", "ben", "elsewhere");
    expect(await journalOf(store, "a")).toEqual(["1.0 one", "2.0 again"]);
    const { clientIds } = (await store.text.load("a")) ?? {};
    expect(clientIds).toEqual(
      new Map([largest, largest - 3, largest - 5].map((clientId) => [clientId, "ada"])),
    );
  });
});

describe.each(databases)("what came after a point, read from $name,", ({ make }) => {
  test("is rows, entries, client ids and summary, and nothing from before", async () => {
    await using database = await make();
    const store = await database.open();
    await store.people.addStatement("a", "ada", at);
    const one = firstNote("a");
    const two = aNote("a", one);
    const bound = (clientId: number) => ({ statementId: "a", clientId, personId: "ada" });
    await store.text.commit(
      aCommit({ updates: someText("a", "one"), clientIds: [bound(1)], entries: [one] }),
    );
    const summary = { statementId: "a", title: "Repairs", itemCount: 3, changedAt: at };
    await store.text.commit(
      aCommit({
        updates: someText("a", "two"),
        clientIds: [bound(2)],
        entries: [two],
        summaries: [summary],
      }),
    );

    const [row] = someText("a", "two");
    const { statementId: _, ...words } = summary;
    expect(await store.text.changesAfter("a", { beat: 1, entry: 1 })).toEqual({
      state: "changes",
      point: { beat: 2, entry: 2 },
      updates: [{ beat: 2, part: 0, personId: "ada", at, bytes: row?.bytes }],
      clientIds: new Map([[2, "ada"]]),
      entries: [two],
      summary: words,
    });
    expect(await store.text.changesAfter("a", { beat: 2, entry: 2 })).toMatchObject({
      updates: [],
      clientIds: new Map(),
      entries: [],
    });
    expect(await store.text.changesAfter("nowhere", { beat: 0, entry: 0 })).toBeNull();
  });

  test("is too old once rows after it are in a snapshot", async () => {
    await using database = await make();
    const store = await database.open();
    await store.people.addStatement("a", "ada", at);
    await store.text.commit(aCommit({ updates: someText("a", "one") }));
    await store.text.commit(aCommit({ updates: someText("a", "two") }));
    const bytes = new Uint8Array([1]);
    await compacts(store, "a", at, () =>
      Promise.resolve({ bytes, itemEdits: new Map(), edits: [] }),
    );
    await store.text.commit(aCommit({ updates: someText("a", "three") }));
    const after = (beat: number) => store.text.changesAfter("a", { beat, entry: 0 });
    expect(await after(1)).toEqual({ state: "too-old" });
    expect(await after(2)).toMatchObject({ state: "changes", point: { beat: 3, entry: 0 } });
    expect(await journalOf(store, "a")).toEqual(["3.0 three"]);
  });
});
