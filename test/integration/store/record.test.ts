/** What the store promises of entries, versions, statements and its epoch: to the letter, in order, the same on both engines. */
import { describe, expect, test } from "vitest";
import type { Store } from "../../../server/store/store.ts";
import { chainStart, sealEntry } from "../../../shared/entry.ts";
import { aCommit, aNote, at, firstNote, journalOf, pointOf, someText } from "./a-commit.ts";
import { databases } from "./a-database.ts";

/** Letters that engines, encodings and JSON have been wrong about. */
const oddLetters =
  "A\u0000a \ud800 \uFEFF e\u0301 é \u2028 'x'; -- \\u0041 \\ % _ ß ẞ 李 👩‍💻 \u{10FFFF}\r\n\t";

const aVersion = (number: number, json: string) => ({ statementId: "a", number, json });

async function twoServers(open: () => Promise<Store>): Promise<readonly [Store, Store]> {
  const stores = [await open(), await open()] as const;
  await stores[0].people.addStatement("a", "ada", at);
  return stores;
}

describe.each(databases)("entries in $name", ({ make }) => {
  test("are read as they were written, so that their chain holds, whatever letters are in them", async () => {
    await using database = await make();
    const [store, elsewhere] = await twoServers(() => database.open());
    const facts = { about: oddLetters, [oddLetters]: [1.5, null, true, { deep: [oddLetters] }] };
    const words = { words: oddLetters, long: "é".repeat(1_000_000), "": "" };
    const by = { statementId: "a", at, personId: "ada", boroughId: "camden" };
    const entry = sealEntry(chainStart, { type: "say-something", facts, words }, by);
    await store.text.commit(aCommit({ entries: [entry] }));
    const [read] = await elsewhere.record.entriesAfter("a", 0);
    expect(read).toEqual(entry);
    if (!read) throw new Error("no entry");
    const { type, facts: readFacts, words: readWords } = read;
    const again = sealEntry(chainStart, { type, facts: readFacts, words: readWords }, by);
    expect(again.hash).toBe(entry.hash);
    expect((await elsewhere.text.load("a"))?.entries).toEqual([entry]);
  });

  test("come in order of their numbers, after the one that is known", async () => {
    await using database = await make();
    const [store] = await twoServers(() => database.open());
    const entries = [firstNote("a")];
    for (let last = entries[0]; last && entries.length < 1_200; entries.push(last))
      last = aNote("a", last);
    await store.text.commit(aCommit({ entries }));
    const numbersAfter = async (number: number): Promise<number[]> =>
      (await store.record.entriesAfter("a", number)).map((entry) => entry.number);
    const all = entries.map((_, place) => place + 1);
    expect(await numbersAfter(0)).toEqual(all);
    expect(await numbersAfter(9)).toEqual(all.slice(9));
    expect(await numbersAfter(1_200)).toEqual([]);
    expect(await numbersAfter(Number.MAX_SAFE_INTEGER)).toEqual([]);
    expect(await store.record.entriesAfter("nowhere", 0)).toEqual([]);
  });

  test("of one number from two servers at once are one, and its text and version are that server's", async () => {
    await using database = await make();
    const stores = await twoServers(() => database.open());
    for (let number = 1; number <= 15; number += 1) {
      const last = (await stores[0].record.entriesAfter("a", number - 2)).at(-1) ?? chainStart;
      const tries = await Promise.allSettled(
        stores.map((store, server) => {
          const updates = someText("a", `of ${server}`);
          const versions = [aVersion(number, `"of ${server}"`)];
          return store.text.commit(aCommit({ updates, versions, entries: [aNote("a", last)] }));
        }),
      );
      const won = tries.flatMap(({ status }, server) => (status === "fulfilled" ? [server] : []));
      expect(won).toHaveLength(1);
      expect(await stores[0].versions.text("a", number)).toBe(`"of ${won[0]}"`);
      expect((await journalOf(stores[1], "a")).at(-1)).toBe(`${number}.0 of ${won[0]}`);
    }
    expect(await pointOf(stores[0], "a")).toEqual({ beat: 15, entry: 15 });
  });
});

describe.each(databases)("versions in $name", ({ make }) => {
  test("are read to the letter, and there is none of another number or statement", async () => {
    await using database = await make();
    const [store, elsewhere] = await twoServers(() => database.open());
    await store.people.addStatement("b", "ada", at);
    // A letter that is half of one is not JSON's, which writes it as an escape.
    const letters = oddLetters.toWellFormed();
    const long = JSON.stringify(Array.from({ length: 100_000 }, (_, n) => `${n} ${letters}`));
    const texts = ["", `\uFEFF${letters}`, long];
    const versions = texts.map((json, place) => aVersion(place + 1, json));
    await store.text.commit(aCommit({ versions }));
    for (const [place, json] of texts.entries())
      expect((await elsewhere.versions.text("a", place + 1)) === json).toBe(true);
    for (const number of [0, -1, 4]) expect(await store.versions.text("a", number)).toBeNull();
    expect(await store.versions.text("b", 1)).toBeNull();
  });

  test("keep their words: a second of one number takes its whole commit with it", async () => {
    await using database = await make();
    const stores = await twoServers(() => database.open());
    for (let number = 1; number <= 15; number += 1) {
      const tries = await Promise.allSettled(
        stores.map((store, server) => {
          const updates = someText("a", `of ${server}`);
          const versions = [aVersion(number, `"of ${server}"`)];
          return store.text.commit(aCommit({ updates, versions }));
        }),
      );
      const won = tries.flatMap(({ status }, server) => (status === "fulfilled" ? [server] : []));
      expect(won).toHaveLength(1);
      expect(await stores[0].versions.text("a", number)).toBe(`"of ${won[0]}"`);
      expect(await pointOf(stores[1], "a")).toEqual({ beat: number, entry: 0 });
    }
  });
});

describe.each(databases)("references in $name", ({ make }) => {
  test("are given once, though two servers give the same at once", async () => {
    await using database = await make();
    const stores = await twoServers(() => database.open());
    for (let number = 1; number <= 15; number += 1) {
      const tries = await Promise.allSettled(
        stores.map((store, server) => {
          const reference = { statementId: "a", reference: `R-${number}` };
          const references = [{ ...reference, itemId: `item ${number} of ${server}` }];
          return store.text.commit(aCommit({ updates: someText("a", "words"), references }));
        }),
      );
      expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    }
    const words = await stores[1].text.words("a");
    expect(new Set(words?.references.map(([, reference]) => reference)).size).toBe(15);
    expect(words?.updates).toHaveLength(15);
  });
});

describe.each(databases)("statements in $name", ({ make }) => {
  test("come oldest first with their titles, those of one moment always in the same order", async () => {
    await using database = await make();
    const store = await database.open();
    expect(await store.record.statements()).toEqual([]);
    const earlier = "2026-05-14T08:59:59.999Z";
    for (const id of ["c", "a", "B", "b", "é"]) await store.people.addStatement(id, "ada", at);
    await store.people.addStatement("z", "ada", earlier);
    const order = ["z", "B", "a", "b", "c", "é"];
    for (const id of ["a", "é", "z", "b"]) {
      const summary = { statementId: id, title: oddLetters, itemCount: 1, changedAt: at };
      await store.text.commit(aCommit({ summaries: [summary] }));
      expect((await store.record.statements()).map((statement) => statement.id)).toEqual(order);
    }
    const title = oddLetters.toWellFormed().replaceAll("\0", "\uFFFD");
    expect((await store.record.statements())[0]).toEqual({ id: "z", title });
  });

  test("the same one is made once by two servers at once", async () => {
    await using database = await make();
    const stores = [await database.open(), await database.open()] as const;
    for (let number = 0; number < 10; number += 1) {
      const id = `s${number}`;
      const times = [at, "2026-05-14T10:00:00.000Z"];
      await Promise.all(
        stores.map(({ people }, server) =>
          people.addStatement(id, `person ${server}`, times[server] ?? at),
        ),
      );
      const made = await stores[0].text.load(id);
      expect(times).toContain(made?.summary.changedAt);
      // Whoever was second finds it made, and so does whoever asks again.
      await stores[1].people.addStatement(id, "person 2", "2026-05-14T11:00:00.000Z");
      expect(await stores[1].text.load(id)).toEqual(made);
    }
    expect(await stores[0].record.statements()).toHaveLength(10);
  });
});

describe.each(databases)("the epoch of $name", ({ make }) => {
  test("is the first one's until another is set, and then that on every server", async () => {
    await using database = await make();
    const [store, elsewhere] = [await database.open(), await database.open()];
    expect([await store.epoch(), await elsewhere.epoch()]).toEqual(["1", "1"]);
    await store.setEpoch("restored");
    expect([await store.epoch(), await elsewhere.epoch()]).toEqual(["restored", "restored"]);
    expect(await (await database.open()).epoch()).toBe("restored");
  });
});
