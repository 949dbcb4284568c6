import { expect, test, vi } from "vitest";
import { countPresences, encodeAskPresence, encodePresence } from "./frames.ts";
import { AGate } from "./a-gate.ts";
import { APage } from "./a-page.ts";
import { eventually } from "./eventually.ts";
import { OpenRooms } from "./open-rooms.ts";

test("everyone sees who is here and where, under the name of the session", async () => {
  await using rooms = await OpenRooms.start();
  const { id, lead } = await rooms.statement();
  const ben = await rooms.joins(id, "Ben", "reader");
  const adasPage = await rooms.open(id, lead);
  const bensPage = await rooms.open(id, ben);

  bensPage.awareness.setLocalState({
    user: { personId: lead, name: "Ada", boroughName: "Elsewhere" },
    place: { itemId: "r1" },
  });
  const bens = bensPage.doc.clientID;
  await eventually(() =>
    expect(adasPage.others().get(bens)).toEqual({
      user: { personId: ben, name: "Ben", boroughId: "camden", boroughName: "Camden" },
      place: { itemId: "r1" },
    }),
  );
});

test("the last thing somebody says wins, and nobody is told of themselves", async () => {
  await using rooms = await OpenRooms.start();
  const { id, lead } = await rooms.statement();
  const adasPage = await rooms.open(id, lead);
  const bensPage = await rooms.open(id, await rooms.joins(id, "Ben", "editor"));
  for (let place = 1; place <= 50; place += 1) bensPage.awareness.setLocalState({ place });
  const own = bensPage.awareness.getLocalState();
  await eventually(() =>
    expect(adasPage.others().get(bensPage.doc.clientID)).toMatchObject({ place: 50 }),
  );
  expect(bensPage.awareness.getLocalState()).toBe(own);
  const sent = adasPage.frames.filter(({ kind }) => kind === 1);
  expect(sent.length).toBeLessThan(10);
});

test("nobody speaks for somebody else, not even of their leaving", async () => {
  await using rooms = await OpenRooms.start();
  const { id, lead } = await rooms.statement();
  const adasPage = await rooms.open(id, lead);
  const bensPage = await rooms.open(id, await rooms.joins(id, "Ben", "editor"));
  adasPage.awareness.setLocalState({ place: "r1" });
  const cleosPage = await rooms.open(id, await rooms.joins(id, "Cleo", "reader"));
  const adas = adasPage.doc.clientID;
  await eventually(() => expect(bensPage.others().get(adas)).toMatchObject({ place: "r1" }));
  await eventually(() => expect(cleosPage.others().get(adas)).toMatchObject({ place: "r1" }));

  bensPage.raw(encodePresence(adas, 2 ** 50, null));
  bensPage.raw(encodePresence(adas, 2 ** 50 + 1, { place: "elsewhere" }));
  // Nor for somebody who is not there.
  bensPage.raw(encodePresence(4711, 1, { place: "nowhere" }));
  bensPage.awareness.setLocalState({ place: "r2" });
  const bens = bensPage.doc.clientID;
  await eventually(() => expect(cleosPage.others().get(bens)).toMatchObject({ place: "r2" }));
  expect(cleosPage.others().get(adas)).toMatchObject({ place: "r1" });
  expect(cleosPage.others().has(4711)).toBe(false);
});

test("a page that claims the client id somebody wrote with is not believed", async () => {
  await using rooms = await OpenRooms.start();
  const { id, lead } = await rooms.statement();
  const adasPage = await rooms.open(id, lead);
  adasPage.adds({ id: "r1", kind: "requirement", order: "a1V" });
  const cleosPage = await rooms.open(id, await rooms.joins(id, "Cleo", "reader"));
  await eventually(() => expect(cleosPage.has("r1")).toBe(true));
  const adas = adasPage.doc.clientID;
  adasPage.leave();
  await eventually(() => expect(cleosPage.others().has(adas)).toBe(false));

  const forger = new APage();
  vi.spyOn(forger, "sendPresence").mockImplementation(() => {});
  await rooms.open(id, await rooms.joins(id, "Ben", "editor"), forger);
  forger.raw(encodePresence(adas, 1, { place: "r1" }));
  const third = await rooms.open(id, await rooms.joins(id, "Dan", "editor"));
  await eventually(() => expect(cleosPage.others().has(third.doc.clientID)).toBe(true));
  expect(cleosPage.others().has(adas)).toBe(false);
});

test("who leaves is gone, and who comes back is seen at once, also by those who saw them go", async () => {
  await using rooms = await OpenRooms.start();
  const { id, lead } = await rooms.statement();
  const ben = await rooms.joins(id, "Ben", "editor");
  const adasPage = await rooms.open(id, lead);
  const bensPage = await rooms.open(id, ben);
  const bens = bensPage.doc.clientID;
  await eventually(() => expect(adasPage.others().has(bens)).toBe(true));
  bensPage.leave();
  await eventually(() => expect(adasPage.others().has(bens)).toBe(false));
  await rooms.open(id, ben, bensPage);
  await eventually(() => expect(adasPage.others().has(bens)).toBe(true));
});

test("a page that comes back before its old socket is gone stays", async () => {
  await using rooms = await OpenRooms.start();
  const { id, lead } = await rooms.statement();
  const ben = await rooms.joins(id, "Ben", "editor");
  const adasPage = await rooms.open(id, lead);
  const oldSocket = await rooms.open(id, ben, new APage(77));
  await eventually(() => expect(adasPage.others().has(77)).toBe(true));
  const newSocket = await rooms.open(id, ben, new APage(77));
  newSocket.awareness.setLocalState({ place: "new" });
  oldSocket.leave();
  const third = await rooms.open(id, await rooms.joins(id, "Cleo", "reader"));
  await eventually(() => expect(adasPage.others().has(third.doc.clientID)).toBe(true));
  expect(adasPage.others().get(77)).toMatchObject({ place: "new" });
});

test("a newcomer is told of everyone, and so is whoever asks", async () => {
  await using rooms = await OpenRooms.start();
  const { id, lead } = await rooms.statement();
  const pages = [];
  for (const name of ["Ben", "Cleo", "Dan"]) {
    pages.push(await rooms.open(id, await rooms.joins(id, name, "reader")));
  }
  const adasPage = await rooms.open(id, lead);
  const ids = new Set(pages.map(({ doc }) => doc.clientID));
  await eventually(() => expect(new Set(adasPage.others().keys())).toEqual(ids));
  const before = adasPage.frames.length;
  adasPage.raw(encodeAskPresence());
  await eventually(() =>
    expect(adasPage.frames.slice(before).map(({ kind }) => kind)).toEqual([1]),
  );
});

test("carets move while the disk takes its time, and the text comes when it is kept", async () => {
  const gate = new AGate();
  await using rooms = await OpenRooms.start({ between: gate.between });
  const { id, lead } = await rooms.statement();
  const adasPage = await rooms.open(id, lead);
  adasPage.adds({ id: "r1", kind: "requirement", order: "a1V" });
  const bensPage = await rooms.open(id, await rooms.joins(id, "Ben", "editor"));
  await eventually(() => expect(bensPage.has("r1")).toBe(true));

  gate.close();
  adasPage.types("r1", "statement", "Slowly");
  await eventually(() => expect(gate.waiting).toBe(1));
  for (let place = 1; place <= 5; place += 1) {
    adasPage.awareness.setLocalState({ place });
    await eventually(() =>
      expect(bensPage.others().get(adasPage.doc.clientID)).toMatchObject({ place }),
    );
  }
  expect(gate.waiting).toBe(1);
  expect(bensPage.reads("r1", "statement")).toBe("");
  gate.open();
  await eventually(() => expect(bensPage.reads("r1", "statement")).toBe("Slowly"));
});

test("presence is thinned as the room fills", async () => {
  await using rooms = await OpenRooms.start();
  const { id, lead } = await rooms.statement();
  const reader = await rooms.joins(id, "Cleo", "reader");
  const adasPage = await rooms.open(id, lead);
  const crowd: APage[] = [];
  while (crowd.length < 120) crowd.push(await rooms.open(id, reader));
  const first = crowd[0];
  if (!first) throw new Error("nobody is here");
  await eventually(() => expect(adasPage.others().size).toBe(120));

  const before = adasPage.frames.length;
  const startedAt = performance.now();
  for (let place = 1; place <= 5; place += 1) {
    first.awareness.setLocalState({ place });
    await new Promise((resolve) => setImmediate(resolve));
  }
  await eventually(() =>
    expect(adasPage.others().get(first.doc.clientID)).toMatchObject({ place: 5 }),
  );
  expect(performance.now() - startedAt).toBeGreaterThan(200);
  expect(adasPage.frames.slice(before).filter(({ kind }) => kind === 1)).toHaveLength(1);
});

test("in a full room people who all move at once are passed on a few at a time", async () => {
  await using rooms = await OpenRooms.start();
  const { id, lead } = await rooms.statement();
  const reader = await rooms.joins(id, "Cleo", "reader");
  const adasPage = await rooms.open(id, lead);
  const crowd: APage[] = [];
  while (crowd.length < 120) crowd.push(await rooms.open(id, reader));
  await eventually(() => expect(adasPage.others().size).toBe(120));

  const before = adasPage.frames.length;
  for (const page of crowd) page.awareness.setLocalState({ place: "r1" });
  for (const page of crowd) page.awareness.setLocalState({ place: "r2" });
  await eventually(() => {
    for (const { doc } of crowd) {
      expect(adasPage.others().get(doc.clientID)).toMatchObject({ place: "r2" });
    }
  });
  const sent = adasPage.frames.slice(before).filter(({ kind }) => kind === 1);
  const people = sent.map(({ bytes }) => countPresences(bytes));
  expect(people.reduce((sum, count) => sum + count, 0)).toBe(120);
  expect(Math.max(...people)).toBeLessThanOrEqual(13);
});

test("a quiet room sends something now and then, so that nobody takes the server for gone", async () => {
  await using rooms = await OpenRooms.start({ keepAliveMs: 30 });
  const { id, lead } = await rooms.statement();
  const page = await rooms.open(id, lead);
  const before = page.frames.length;
  await eventually(() => expect(page.frames.length).toBeGreaterThan(before + 3));
  expect(new Set(page.frames.slice(before).map(({ kind }) => kind))).toEqual(new Set([1]));
  expect(page.others().size).toBe(0);
});
