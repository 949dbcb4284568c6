/** What the store promises of long work: found by its owner alone, on every server, the same on both engines. */
import { describe, expect, test } from "vitest";
import type { StoredWork } from "../../../server/store/work-store.ts";
import { at } from "./a-commit.ts";
import { databases } from "./a-database.ts";

const later = "2026-05-14T10:00:00.000Z";
const adas = { statementId: "s", personId: "ada" };
const toms = { statementId: "s", personId: "tom" };
const done = { revision: 2, json: `"done"`, bytes: 0, at: later };

function aWork(id: string, parts: Partial<StoredWork> = {}): StoredWork {
  return { kind: "work", id, owner: adas, revision: 1, json: `"${id}"`, bytes: 7, at, ...parts };
}

/** More than one query takes: PostgreSQL 65,535 parameters, SQLite 32,766. */
const manyIds = Array.from({ length: 70_000 }, (_, number) => `never ${number}`);

describe.each(databases)("long work in $name", ({ make }) => {
  test("is found on every server, as it was last written, by its owner and under its kind alone", async () => {
    await using database = await make();
    const [{ works }, elsewhere] = [await database.open(), await database.open()];
    const json = `{"words":"Zoë’s 👩‍💻"}`;
    // Beyond what 32 bits hold.
    const work = aWork("w1", { json, bytes: 5_000_000_000 });
    await works.put(work);
    expect(await elsewhere.works.find(work)).toEqual(work);
    const others = [
      { ...work, owner: toms },
      { ...work, owner: { statementId: "t", personId: "ada" } },
      { ...work, kind: "import" as const },
      { ...work, id: "W1" },
    ];
    for (const key of others) expect(await works.find(key)).toBeNull();
    expect(await elsewhere.works.change("w1", done)).toBe(true);
    expect(await works.find(work)).toEqual({ ...work, ...done });
  });

  test("that is put in the place of another is wholly the new one", async () => {
    await using database = await make();
    const { works } = await database.open();
    await works.put(aWork("w1"));
    const again = aWork("w1", { revision: 5, json: `"again"`, bytes: 1, at: later });
    await works.put(again);
    expect(await works.all("work")).toEqual([again]);
    const another = aWork("w1", { owner: toms, kind: "import", json: `"Tom's"` });
    await works.put(another);
    expect(await works.find(again)).toBeNull();
    expect(await works.find(another)).toEqual(another);
  });

  test("is changed by one of those who found it as it was", async () => {
    await using database = await make();
    const [{ works }, elsewhere] = [await database.open(), await database.open()];
    await works.put(aWork("w1"));
    const takers = [works, elsewhere.works, works, elsewhere.works];
    const taken = await Promise.all(takers.map((one) => one.change("w1", done, 1)));
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await works.change("w1", { ...done, revision: 3 }, 2)).toBe(true);
  });

  test("that was removed is changed no more, and does not come back", async () => {
    await using database = await make();
    const [{ works }, elsewhere] = [await database.open(), await database.open()];
    for (const id of ["w1", "w2", "w3"]) await works.put(aWork(id));
    await elsewhere.works.remove(["w1", "never", "w3"]);
    await works.remove([]);
    expect(await works.change("w1", done)).toBe(false);
    expect((await works.all("work")).map(({ id }) => id)).toEqual(["w2"]);
  });

  test("is removed however many there are at once", async () => {
    await using database = await make();
    const { works } = await database.open();
    for (const id of ["w1", "w2", "w3"]) await works.put(aWork(id));
    await works.remove(["w1", ...manyIds, "w3"]);
    expect((await works.all("work")).map(({ id }) => id)).toEqual(["w2"]);
  });

  test("is listed by kind, everybody's, newest first, what is of one moment in order of id", async () => {
    await using database = await make();
    const { works } = await database.open();
    for (const id of ["c", "a", "B"]) await works.put(aWork(id, { owner: toms }));
    await works.put(aWork("z", { at: later }));
    await works.put(aWork("i", { kind: "import" }));
    expect((await works.all("work")).map(({ id }) => id)).toEqual(["z", "B", "a", "c"]);
    expect(await works.all("import")).toEqual([aWork("i", { kind: "import" })]);
  });

  test("goes when it was last written before a time, not at it", async () => {
    await using database = await make();
    const { works } = await database.open();
    for (const id of ["old", "went-on"]) await works.put(aWork(id));
    await works.put(aWork("new", { at: later }));
    await works.change("went-on", done);
    await works.removeBefore(at);
    expect(await works.all("work")).toHaveLength(3);
    await works.removeBefore(later);
    expect((await works.all("work")).map(({ id }) => id)).toEqual(["new", "went-on"]);
  });
});
