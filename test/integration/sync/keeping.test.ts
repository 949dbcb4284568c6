import { expect, test } from "vitest";
import { closeCode } from "../../../shared/sync/close-codes.ts";
import { AGate } from "./a-gate.ts";
import { eventually } from "./eventually.ts";
import { compacts } from "../store/a-commit.ts";
import { OpenRooms } from "./open-rooms.ts";

const requirement = { id: "r1", kind: "requirement", order: "a1V" } as const;

test("a room closes a while after the last has left, and opens again with all that was in it", async () => {
  await using rooms = await OpenRooms.start({ idleMs: 50, lookOverMs: 10 });
  const { id, lead } = await rooms.statement();
  const page = await rooms.open(id, lead);
  page.adds(requirement);
  page.types("r1", "statement", "Answer");
  await eventually(() => expect(page.entries.at(-1)?.type).toBe("give-references"));
  const docOf = () => rooms.rooms.use(id, ({ doc }) => doc);
  const doc = await docOf();
  page.leave();
  await eventually(async () => expect(await docOf()).not.toBe(doc));
  const again = await rooms.open(id, lead);
  expect(again.reads("r1", "statement")).toBe("Answer");
  expect(again.entries).toEqual(page.entries);
  expect(await rooms.rooms.use(id, (room) => room.lastEdit("r1")?.personId)).toBe(lead);
});

test("a room stays open while somebody works in it without a socket", async () => {
  await using rooms = await OpenRooms.start({ idleMs: 20, lookOverMs: 5 });
  const { id } = await rooms.statement();
  const docOf = (statement: string) => rooms.rooms.use(statement, ({ doc }) => doc);
  await rooms.rooms.use(id, async (room) => {
    // It is opened later, and closed.
    const other = await rooms.statement();
    const othersDoc = await docOf(other.id);
    await eventually(async () => expect(await docOf(other.id)).not.toBe(othersDoc));
    expect(await docOf(id)).toBe(room.doc);
  });
});

test("a snapshot takes the place of the rows and keeps everything, also who changed what", async () => {
  await using rooms = await OpenRooms.start({ lookOverMs: 10, compactRows: 40, longestBeatMs: 1 });
  const { id, lead } = await rooms.statement();
  const ben = await rooms.joins(id, "Ben", "editor");
  const adasPage = await rooms.open(id, lead);
  const bensPage = await rooms.open(id, ben);
  adasPage.adds(requirement);
  adasPage.adds({ ...requirement, id: "r2", order: "a2V" });
  await eventually(() => expect(bensPage.has("r2")).toBe(true));
  for (let word = 0; word < 60; word += 1) {
    const page = word % 2 === 0 ? adasPage : bensPage;
    page.types(word % 2 === 0 ? "r1" : "r2", "statement", `${word} `);
    const mark = page.mark();
    await eventually(() => expect(page.saved).toBe(mark));
  }
  await eventually(async () => {
    const stored = await rooms.store.text.load(id);
    expect(stored?.snapshotBeat).toBeGreaterThan(20);
    expect(stored?.updates.length).toBeLessThan(45);
  });
  // What is written after the snapshot hangs on what is in it.
  bensPage.types("r1", "statement", "after");
  const mark = bensPage.mark();
  await eventually(() => expect(bensPage.saved).toBe(mark));
  await eventually(() => expect(adasPage.reads("r1", "statement")).toContain("after"));
  const expected = ["r1", "r2"].map((item) => adasPage.reads(item, "statement"));

  await rooms.restart();
  const page = await rooms.open(id, lead);
  expect(["r1", "r2"].map((item) => page.reads(item, "statement"))).toEqual(expected);
  const editors = await rooms.rooms.use(id, (room) =>
    ["r1", "r2"].map((item) => room.lastEdit(item)?.personId),
  );
  expect(editors).toEqual([ben, ben]);
  expect(rooms.problems).toEqual([]);
});

test("a snapshot is not kept when another one was put there meanwhile", async () => {
  await using rooms = await OpenRooms.start();
  const { id, lead } = await rooms.statement();
  const page = await rooms.open(id, lead);
  page.adds(requirement);
  await eventually(async () => expect(await rooms.items(id)).toHaveLength(1));
  const itemEdits = new Map();
  const none = { bytes: Uint8Array.of(0, 0), itemEdits, edits: [] };
  const outer = await compacts(rooms.store, id, "2026-01-01", async () => {
    await compacts(rooms.store, id, "2026-01-01", () =>
      Promise.resolve({ ...none, bytes: Uint8Array.of(0, 0) }),
    );
    return none;
  });
  expect(outer).toEqual({ rows: 0, bytes: 0 });
});

test("a server that stops commits what it received, says so, and closes every socket", async () => {
  const gate = new AGate();
  await using rooms = await OpenRooms.start({ between: gate.between });
  const { id, lead } = await rooms.statement();
  const page = await rooms.open(id, lead);
  page.adds(requirement);
  await eventually(async () => expect(await rooms.items(id)).toHaveLength(1));
  gate.close();
  page.types("r1", "statement", "first ");
  await eventually(() => expect(gate.waiting).toBe(1));
  page.types("r1", "statement", "second");
  const mark = page.mark();
  const stopped = rooms.rooms.stop();
  page.types("r1", "statement", " too late");
  gate.open();
  await stopped;
  expect(page.saved).toBe(mark);
  expect(page.closed?.code).toBe(closeCode.restarting);
  const late = await rooms.open(id, lead);
  expect(late.closed?.code).toBe(closeCode.restarting);

  await rooms.restart();
  const back = await rooms.open(id, lead);
  expect(back.reads("r1", "statement")).toBe("first second");
});

test("whoever stops a server waits for no snapshot, and no word is lost", async () => {
  const began = Promise.withResolvers<void>();
  await using rooms = await OpenRooms.start({
    lookOverMs: 10,
    compactRows: 1,
    merge: (_, signal) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener("abort", () => reject(new Error("It was cancelled.")));
        began.resolve();
      }),
  });
  const { id, lead } = await rooms.statement();
  const page = await rooms.open(id, lead);
  page.adds(requirement);
  for (const word of "Answer every call in the order in which they came".split(" "))
    page.types("r1", "statement", `${word} `);
  await began.promise;
  await rooms.rooms.stop();
  expect(rooms.problems).toEqual([]);
  const stored = await rooms.store.text.load(id);
  expect(stored).toMatchObject({ snapshot: null });
  expect(stored?.updates.length).toBeGreaterThan(5);
});
