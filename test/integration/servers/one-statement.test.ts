/** One statement on two or three servers: what one of them keeps, the others show, in the same order. */
import { expect, test } from "vitest";
import * as Y from "yjs";
import { giveReferences } from "../../../shared/commands/give-references.ts";
import { findFirstBreak } from "../../../shared/entry.ts";
import { encodeNotes } from "../../../shared/sync/notes.ts";
import { message } from "../../../shared/sync/messages.ts";
import { APage } from "../sync/a-page.ts";
import { eventually } from "../sync/eventually.ts";
import { expectSameRooms } from "./same-rooms.ts";
import { SeveralRooms } from "./several-rooms.ts";

const requirement = { id: "r1", kind: "requirement", order: "a1V" } as const;

test("people on two servers write in the same sentence and read the same", async () => {
  await using several = await SeveralRooms.start();
  const { id, lead } = await several.statement();
  const ben = await several.joins(1, id, "Ben", "editor");
  const adas = await several.open(0, id, lead);
  const bens = await several.open(1, id, ben);
  adas.adds(requirement);
  await eventually(() => expect(bens.has("r1")).toBe(true));
  for (let word = 0; word < 40; word += 1) {
    adas.types("r1", "statement", `a${word} `);
    bens.types("r1", "statement", `b${word} `);
    if (word % 5 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  const marks = [adas.mark(), bens.mark()];
  await eventually(() => expect([adas.saved, bens.saved]).toEqual(marks));
  await eventually(() => expect(adas.reads("r1", "statement")).toBe(bens.reads("r1", "statement")));
  const words = adas.reads("r1", "statement").trim().split(" ");
  expect(words).toHaveLength(80);
  expect(new Set(words).size).toBe(80);
  await eventually(() => expectSameRooms(several, id));
});

test("entries from all servers at once are numbered without a gap and without a double", async () => {
  await using several = await SeveralRooms.start({ count: 3 });
  const { id, lead } = await several.statement();
  const pages = await Promise.all([0, 1, 2].map((index) => several.open(index, id, lead)));
  const said = Array.from({ length: 60 }, (_, n) =>
    several.says(n % 3, id, lead, { type: "says", facts: { n }, words: {} }),
  );
  const numbers = (await Promise.all(said)).map(([entry]) => entry?.number);
  expect(new Set(numbers).size).toBe(60);
  for (const page of pages) {
    await eventually(() => {
      expect(page.entries.filter(({ type }) => type === "says")).toHaveLength(60);
    });
    expect(page.entries.map(({ number }) => number)).toEqual(page.entries.map((_, at) => at + 1));
    expect(findFirstBreak(page.entries)).toBeNull();
  }
  expect(several.problems).toEqual([]);
});

test("acts get through while everybody types on the other servers, and lists say what is true", async () => {
  await using several = await SeveralRooms.start({ count: 3 });
  const { id, lead } = await several.statement();
  const typists = await Promise.all([1, 2].map((index) => several.open(index, id, lead)));
  for (const [at, page] of typists.entries()) page.adds({ ...requirement, id: `r${at}` });
  const stop = new AbortController();
  const typing = typists.map(async (page, at) => {
    for (let word = 0; !stop.signal.aborted; word += 1) {
      page.types(`r${at}`, "statement", `${word} `);
      await new Promise((resolve) => setTimeout(resolve, 3));
    }
  });
  for (let n = 0; n < 10; n += 1) {
    await several.says(0, id, lead, { type: "says", facts: { n }, words: {} });
  }
  stop.abort();
  await Promise.all(typing);
  await eventually(async () => {
    const [statement] = await several.store.people.statementsOf(lead);
    expect(statement).toMatchObject({ title: "Repairs", items: 2 });
  });
  await eventually(() => expectSameRooms(several, id));
});

test("a reference is given once, whichever server sees the words first", async () => {
  await using several = await SeveralRooms.start({ count: 3 });
  const { id, lead } = await several.statement();
  const pages = await Promise.all([0, 1, 2].map((index) => several.open(index, id, lead)));
  for (const [at, page] of pages.entries()) {
    page.adds({ ...requirement, id: `r${at}`, order: `a${at}V` });
    page.types(`r${at}`, "statement", "Repairs are done in time.");
  }
  await eventually(async () => {
    for (const { rooms } of several.servers) {
      const given = await rooms.use(id, ({ record }) => [...record.references.values()]);
      expect(given.toSorted()).toEqual(["R-1", "R-2", "R-3"]);
    }
  });
  const [first] = pages;
  const itemsGiven = (first?.entries ?? [])
    .filter(({ type }) => type === giveReferences.name)
    .flatMap(({ facts }) => facts["references"] as { itemId: string }[]);
  expect(itemsGiven).toHaveLength(3);
});

test("rooms that open at once on all servers give an omitted reference once", async () => {
  await using several = await SeveralRooms.start({ count: 3 });
  const { id, lead } = await several.statement();
  const page = new APage();
  page.adds(requirement);
  page.types("r1", "statement", "Repairs are done in time.");
  const nothing = { expects: [], entries: [], references: [], versions: [], summaries: [] };
  const row = { statementId: id, personId: lead, at: new Date().toISOString() };
  await several.store.text.commit({
    ...nothing,
    updates: [{ ...row, bytes: Y.encodeStateAsUpdate(page.doc) }],
    clientIds: [{ statementId: id, clientId: page.doc.clientID, personId: lead }],
  });
  page.end();
  const pages = await Promise.all([1, 2].map((index) => several.open(index, id, lead)));
  for (const other of pages) {
    await eventually(() => {
      expect(other.entries.filter(({ type }) => type === giveReferences.name)).toHaveLength(1);
    });
  }
  expect(several.problems).toEqual([]);
});

test("one client id that is used on two servers for different words reads the same on both", async () => {
  await using several = await SeveralRooms.start();
  const { id, lead } = await several.statement();
  const [one, two] = [new APage(4711), new APage(4711)];
  await several.open(0, id, lead, one);
  await several.open(1, id, lead, two);
  one.adds(requirement);
  two.adds({ ...requirement, id: "r2" });
  one.types("r1", "statement", "one");
  two.types("r2", "statement", "two and more");
  const readers = await Promise.all([0, 1].map((index) => several.open(index, id, lead)));
  await eventually(async () => {
    await expectSameRooms(several, id);
    for (const page of readers) expect(page.has("r1") || page.has("r2")).toBe(true);
  });
});

test("the version of the day before is kept once, by whoever comes first on the next day", async () => {
  let now = "2026-03-02T10:00:00.000Z";
  await using several = await SeveralRooms.start({ count: 3, now: () => now });
  const { id, lead } = await several.statement();
  const pages = await Promise.all([0, 1, 2].map((index) => several.open(index, id, lead)));
  const [first] = pages;
  if (!first) throw new Error("nobody is here");
  first.adds(requirement);
  first.types("r1", "statement", "Monday.");
  await eventually(() => {
    for (const page of pages) expect(page.reads("r1", "statement")).toBe("Monday.");
  });
  await eventually(() => expect(first.entries.at(-1)?.type).toBe(giveReferences.name));
  now = "2026-03-03T10:00:00.000Z";
  for (const page of pages) page.types("r1", "statement", " Tuesday.");
  const says = [0, 1, 2].map((n) =>
    several.says(n, id, lead, { type: "says", facts: { n }, words: {} }),
  );
  await Promise.all(says);
  await eventually(() => {
    expect(first.entries.filter(({ type }) => type === "says")).toHaveLength(3);
  });
  const kept = first.entries.filter(({ type }) => type === "keep-version");
  expect(kept).toHaveLength(1);
  expect(kept[0]?.number).toBeLessThan(
    Math.min(...first.entries.filter(({ type }) => type === "says").map(({ number }) => number)),
  );
});

test("a note of a borough reaches its people on every server", async () => {
  await using several = await SeveralRooms.start();
  const { id, lead } = await several.statement();
  const page = await several.open(1, id, lead);
  several.server(0).rooms.tellBorough(id, "camden", encodeNotes());
  several.server(0).rooms.tellBorough(id, "hackney", encodeNotes());
  await eventually(() => {
    expect(page.frames.filter(({ kind }) => kind === message.notes)).toHaveLength(1);
  });
});
