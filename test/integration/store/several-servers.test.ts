/** What the store promises when several servers work on one database at the same time. */
import { describe, expect, test } from "vitest";
import type { Entry } from "../../../shared/entry.ts";
import { chainStart } from "../../../shared/entry.ts";
import type { Store } from "../../../server/store/store.ts";
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
import { databases, makePostgres } from "./a-database.ts";

const statements = ["a", "b", "c"];
const times = 40;

test("servers that start together on an empty PostgreSQL all find its tables", async () => {
  await using database = await makePostgres();
  const stores = await Promise.all(Array.from({ length: 4 }, () => database.open()));
  await stores[0]?.people.addStatement("a", "ada", at);
  for (const store of stores) expect(await pointOf(store, "a")).toEqual({ beat: 0, entry: 0 });
});

describe.each(databases)("several servers on one $name", ({ make }) => {
  test("number beats without a gap, in whichever order they name the statements", async () => {
    await using database = await make();
    const servers = [await database.open(), await database.open()];
    for (const id of statements) await servers[0]?.people.addStatement(id, "ada", at);
    const orders = [statements, statements.toReversed()];
    const given: string[] = [];
    await Promise.all(
      servers.map(async (store, server) => {
        for (let time = 0; time < times; time += 1) {
          const updates = (orders[server] ?? []).flatMap((id) =>
            someText(id, `${server}:${time}`, "and more"),
          );
          for (const [id, { beat }] of await store.text.commit(aCommit({ updates }))) {
            given.push(`${id} ${beat}`);
          }
        }
      }),
    );
    expect(new Set(given).size).toBe(statements.length * 2 * times);
    const [store] = servers;
    if (!store) throw new Error("no server");
    for (const id of statements) {
      const rows = (await store.text.load(id))?.updates ?? [];
      const expected = Array.from({ length: 2 * times }, (_, place) => [
        [place + 1, 0],
        [place + 1, 1],
      ]);
      expect(rows.map(({ beat, part }) => [beat, part])).toEqual(expected.flat());
    }
  });

  test("decide on what is there: entries of two are one chain, and who is behind tries again", async () => {
    await using database = await make();
    const servers = [await database.open(), await database.open()];
    await servers[0]?.people.addStatement("a", "ada", at);
    let behind = 0;
    const says = async (store: Store): Promise<void> => {
      for (;;) {
        const entries = await store.record.entriesAfter("a", 0);
        const point = { beat: 0, entry: entries.length };
        const next = aNote("a", entries.at(-1) ?? chainStart);
        try {
          const expects = [{ statementId: "a", ...point }];
          await store.text.commit(aCommit({ expects, entries: [next] }));
          return;
        } catch (error) {
          if (!(error instanceof Behind)) throw error;
          behind += 1;
        }
      }
    };
    await Promise.all(
      servers.map(async (store) => {
        for (let time = 0; time < times; time += 1) await says(store);
      }),
    );
    const entries: Entry[] = (await servers[1]?.record.entriesAfter("a", 0)) ?? [];
    expect(entries.map(({ number }) => number)).toEqual(
      Array.from({ length: 2 * times }, (_, place) => place + 1),
    );
    console.log(`${behind} tries were behind`);
  });

  test("give a client id to one of two people who use it at once", async () => {
    await using database = await make();
    const servers = [await database.open(), await database.open()];
    await servers[0]?.people.addStatement("a", "ada", at);
    for (let clientId = 1; clientId <= 20; clientId += 1) {
      const tries = await Promise.allSettled(
        servers.map((store, server) => {
          const clientIds = [{ statementId: "a", clientId, personId: `person ${server}` }];
          return store.text.commit(aCommit({ updates: someText("a", "word"), clientIds }));
        }),
      );
      expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    }
    expect(await pointOf(servers[0] as Store, "a")).toEqual({ beat: 20, entry: 0 });
  });

  test("see no beat before those before it, and load text and record of one moment", async () => {
    await using database = await make();
    const [writes, reads] = [await database.open(), await database.open()];
    await writes.people.addStatement("a", "ada", at);
    const writing = async (): Promise<void> => {
      let last: Entry | undefined;
      for (let time = 0; time < times; time += 1) {
        last = last ? aNote("a", last) : firstNote("a");
        await writes.text.commit(aCommit({ updates: someText("a", "word"), entries: [last] }));
      }
    };
    const reading = async (): Promise<number> => {
      let seen = 0;
      while (seen < times) {
        const stored = await reads.text.load("a");
        const numbers = stored?.updates.map(({ beat }) => beat) ?? [];
        expect(numbers).toEqual(numbers.map((_, place) => place + 1));
        expect(stored?.entries).toHaveLength(numbers.length);
        const changes = await reads.text.changesAfter("a", { beat: seen, entry: seen });
        if (changes?.state !== "changes") throw new Error("too old");
        expect(changes.updates.map(({ beat }) => beat)).toEqual(
          changes.entries.map(({ number }) => number),
        );
        seen += changes.updates.length;
        expect(changes.point).toEqual({ beat: seen, entry: seen });
      }
      return seen;
    };
    const [, seen] = await Promise.all([writing(), reading()]);
    expect(seen).toBe(times);
  });

  test("that compact at once, while another writes, lose no row and make one snapshot", async () => {
    await using database = await make();
    const [one, two, writes] = [
      await database.open(),
      await database.open(),
      await database.open(),
    ];
    await writes.people.addStatement("a", "ada", at);
    await writes.text.commit(aCommit({ updates: someText("a", "first") }));
    let merging = 0;
    let { promise: bothHaveRead, resolve: go } = Promise.withResolvers<void>();
    const joins = (store: Store) =>
      compacts(store, "a", at, async ({ snapshot, updates }) => {
        const words = updates.map(
          ({ beat, bytes }) => `${beat} ${new TextDecoder().decode(bytes)},`,
        );
        merging += 1;
        if (merging === 2) go();
        await bothHaveRead;
        await writes.text.commit(aCommit({ updates: someText("a", "meanwhile") }));
        const before = new TextDecoder().decode(snapshot ?? new Uint8Array());
        const bytes = new TextEncoder().encode(before + words.join(""));
        const edit = { itemId: "r1", part: "made", personId: "ada", others: [], from: at, at };
        return {
          bytes,
          itemEdits: new Map([["r1", { personId: "ada", at }]]),
          edits: [{ id: null, ...edit, before: null, after: words }],
        };
      });
    for (let time = 0; time < 5; time += 1) {
      merging = 0;
      ({ promise: bothHaveRead, resolve: go } = Promise.withResolvers<void>());
      const parts = await Promise.all([joins(one), joins(two)]);
      expect(parts.filter(({ rows }) => rows > 0)).toHaveLength(1);
    }
    const stored = await one.text.load("a");
    const kept = new TextDecoder().decode(stored?.snapshot ?? new Uint8Array());
    const rest = await journalOf(two, "a");
    const beats = [
      ...kept.split(",").filter((word) => word !== ""),
      ...rest.map((row) => row.replace(".0", "")),
    ];
    expect(beats).toEqual(
      Array.from({ length: 11 }, (_, place) => `${place + 1} ${place ? "meanwhile" : "first"}`),
    );
    expect(await one.history.edits("a", {})).toHaveLength(5);
  });
});
