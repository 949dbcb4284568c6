/** What the store promises of notes, notices, visits and imports: the same on both engines, and of two servers at once. */
import { describe, expect, test } from "vitest";
import { nothingRead } from "../../../shared/notice-reading.ts";
import { at } from "./a-commit.ts";
import type { Store } from "../../../server/store/store.ts";
import { type ADatabase, databases } from "./a-database.ts";

const later = "2026-05-14T10:00:00.000Z";
const camden = { statementId: "s", boroughId: "camden" };
const hackney = { statementId: "s", boroughId: "hackney" };
const elsewhereInCamden = { statementId: "t", boroughId: "camden" };

/** Two servers on it, with Ada and Tom and the statements `s` and `t`. */
async function twoServers(database: ADatabase): Promise<readonly [Store, Store]> {
  const stores = [await database.open(), await database.open()] as const;
  const { people } = stores[0];
  for (const id of ["camden", "hackney"]) await people.keepBorough({ id, name: id });
  await people.addPerson({ id: "ada", name: "Ada", boroughId: "camden", at });
  await people.addPerson({ id: "tom", name: "Tom", boroughId: "hackney", at });
  for (const id of ["s", "t"]) await people.addStatement(id, "ada", at);
  return stores;
}

function aNote(id: string, words = `words of ${id}`) {
  return { id, itemId: "r1", personId: "ada", at, words };
}

describe.each(databases)("notes of a borough in $name", ({ make }) => {
  test("are found by that borough of that statement alone", async () => {
    await using database = await make();
    const [{ notes }] = await twoServers(database);
    await notes.addNote(camden, aNote("n1"));
    const kept = { ...aNote("n1"), revision: 1, changedAt: null, withdrawnAt: null };
    expect(await notes.note(camden, "n1")).toEqual(kept);
    for (const place of [hackney, elsewhereInCamden]) {
      expect(await notes.note(place, "n1")).toBeNull();
      expect(await notes.notesAfter(place, 0)).toEqual([]);
      expect(await notes.changeNote(place, "n1", "theirs", later)).toBe(false);
      expect(await notes.withdrawNote(place, "n1", later)).toBe(false);
    }
    expect(await notes.notesAfter(camden, 0)).toEqual([kept]);
    expect(await notes.notesAfter(camden, 1)).toEqual([]);
  });

  test("of the whole statement have no item", async () => {
    await using database = await make();
    const [{ notes }] = await twoServers(database);
    await notes.addNote(camden, { ...aNote("n1"), itemId: null });
    expect((await notes.note(camden, "n1"))?.itemId).toBeNull();
  });

  test("lose their words for good when they are withdrawn, and stay in the list as withdrawn", async () => {
    await using database = await make();
    const [{ notes }, elsewhere] = await twoServers(database);
    await notes.addNote(camden, aNote("n1", "Our supplier is late"));
    await notes.addNote(camden, aNote("n2"));
    expect(await notes.changeNote(camden, "n1", "Our supplier was late", later)).toBe(true);
    const withdrawn = await Promise.all(
      [notes, elsewhere.notes, notes].map((store) => store.withdrawNote(camden, "n1", later)),
    );
    expect(withdrawn.filter(Boolean)).toHaveLength(1);
    expect(await notes.note(camden, "n1")).toBeNull();
    expect(await notes.changeNote(camden, "n1", "again", later)).toBe(false);
    expect((await notes.notesAfter(camden, 0)).map(({ id, words }) => [id, words])).toEqual([
      ["n2", "words of n2"],
      ["n1", ""],
    ]);
  });

  test("are numbered without gap or double by two servers that write at once", async () => {
    await using database = await make();
    const stores = await twoServers(database);
    const count = 24;
    await Promise.all(
      Array.from({ length: count }, async (_, number) => {
        const notes = stores[number % 2]?.notes;
        await notes?.addNote(camden, aNote(`n${number}`));
        await notes?.addNote(hackney, aNote(`h${number}`));
        if (number % 3 === 0) await notes?.changeNote(camden, `n${number}`, "changed", later);
      }),
    );
    const [first] = stores;
    const camdens = (await first?.notes.notesAfter(camden, 0)) ?? [];
    const revisions = camdens.map(({ revision }) => revision);
    expect(revisions).toEqual(revisions.toSorted((a, b) => a - b));
    expect(new Set(revisions).size).toBe(count);
    // A number for each thing that was done, the last of each note's own.
    expect(revisions.at(-1)).toBe(count + count / 3);
    const hackneys = (await first?.notes.notesAfter(hackney, 0)) ?? [];
    expect(hackneys.map(({ revision }) => revision)).toEqual(hackneys.map((_, place) => place + 1));
  });
});

describe.each(databases)("what a person has read in $name", ({ make }) => {
  test("is nothing at first, and each person's and statement's own", async () => {
    await using database = await make();
    const [{ notices }] = await twoServers(database);
    expect(await notices.reading("s", "ada")).toEqual(nothingRead);
    const read = { readTo: 7, readKeys: ["a", "b"], off: ["version"] as const };
    expect(await notices.changeReading("s", "ada", () => read)).toEqual(read);
    expect(await notices.reading("s", "ada")).toEqual(read);
    expect(await notices.reading("s", "tom")).toEqual(nothingRead);
    expect(await notices.reading("t", "ada")).toEqual(nothingRead);
  });

  test("loses nothing when two pages on two servers say what was read at once", async () => {
    await using database = await make();
    const stores = await twoServers(database);
    const keys = Array.from({ length: 20 }, (_, number) => `k${number}`);
    await Promise.all(
      keys.map((key, number) =>
        stores[number % 2 === 0 ? 0 : 1].notices.changeReading("s", "ada", (before) => ({
          ...before,
          readTo: Math.max(before.readTo, number),
          readKeys: [...before.readKeys, key],
        })),
      ),
    );
    const read = await stores[0]?.notices.reading("s", "ada");
    expect(read?.readKeys.toSorted()).toEqual(keys.toSorted());
    expect(read?.readTo).toBe(keys.length - 1);
  });
});

describe.each(databases)("visits in $name", ({ make }) => {
  test("are each person's in each statement, and the last that was kept", async () => {
    await using database = await make();
    const [{ history }] = await twoServers(database);
    expect(await history.visit("s", "ada")).toBeNull();
    await history.keepVisit("s", "ada", { until: at, before: null });
    await history.keepVisit("s", "ada", { until: later, before: at });
    await history.keepVisit("s", "tom", { until: at, before: null });
    expect(await history.visit("s", "ada")).toEqual({ until: later, before: at });
    expect(await history.visit("s", "tom")).toEqual({ until: at, before: null });
    expect(await history.visit("t", "ada")).toBeNull();
  });
});

describe.each(databases)("imports in $name", ({ make }) => {
  test("how a person reads tables is remembered by shape, what was used last first, a hundred of them", async () => {
    await using database = await make();
    const [{ imports }] = await twoServers(database);
    const timeOf = (minute: number): string =>
      new Date(Date.parse(at) + minute * 60_000).toISOString();
    for (let number = 0; number < 103; number += 1)
      await imports.keepMapping("ada", `shape ${number}`, `{"n":${number}}`, timeOf(number));
    await imports.keepMapping("ada", "shape 50", `{"n":"again"}`, timeOf(200));
    await imports.keepMapping("tom", "shape 1", `{"n":"Tom's"}`, timeOf(300));
    const mappings = await imports.mappings("ada");
    expect([...mappings.keys()].slice(0, 2)).toEqual(["shape 50", "shape 102"]);
    expect(mappings.get("shape 50")).toBe(`{"n":"again"}`);
    expect(mappings.size).toBe(100);
    expect(mappings.has("shape 2")).toBe(false);
    expect([...(await imports.mappings("tom"))]).toEqual([["shape 1", `{"n":"Tom's"}`]]);
    expect(await imports.mappings("eve")).toEqual(new Map());
    // Of one moment they come in order of shape, whichever was used first.
    for (const shape of ["c", "a", "B"]) await imports.keepMapping("tom", shape, "{}", later);
    expect([...(await imports.mappings("tom")).keys()]).toEqual(["shape 1", "B", "a", "c"]);
  });

  test("what is put back is an import's in its statement, and its threads are added up", async () => {
    await using database = await make();
    const [{ imports }, elsewhere] = await twoServers(database);
    expect(await imports.toUndo("s", "i1")).toBeNull();
    await imports.keepToUndo("s", "i1", `{"half":true}`);
    const ids = Array.from({ length: 20 }, (_, number) => `t${number}`);
    // Two servers that go on with one import, as when the first is taken for dead.
    await Promise.all(
      ids.map((id, number) =>
        (number % 2 === 0 ? imports : elsewhere.imports).addThreads("s", "i1", [id]),
      ),
    );
    await imports.keepToUndo("s", "i1", `{"whole":true}`);
    const undo = await elsewhere.imports.toUndo("s", "i1");
    expect(undo?.json).toBe(`{"whole":true}`);
    expect(undo?.threadIds.toSorted()).toEqual(ids.toSorted());
    expect(await imports.toUndo("t", "i1")).toBeNull();
    await expect(imports.addThreads("s", "never", ["t1"])).rejects.toThrow("no result");
    await expect(imports.addThreads("t", "i1", ["theirs"])).rejects.toThrow("no result");
    // Another statement's import of that id stays as it is.
    await expect(imports.keepToUndo("t", "i1", `{"theirs":true}`)).rejects.toThrow(/another/);
    expect(await imports.toUndo("t", "i1")).toBeNull();
    expect(await imports.toUndo("s", "i1")).toEqual(undo);
  });
});
