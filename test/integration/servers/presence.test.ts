/** Who is here and where, when people are on several servers. */
import { expect, test } from "vitest";
import { APage } from "../sync/a-page.ts";
import { eventually } from "../sync/eventually.ts";
import { SeveralRooms } from "./several-rooms.ts";

test("everyone sees who is on the other servers and where, newcomers too", async () => {
  await using several = await SeveralRooms.start({ count: 3 });
  const { id, lead } = await several.statement();
  const ben = await several.joins(0, id, "Ben", "reader");
  const adas = await several.open(0, id, lead);
  const bens = await several.open(1, id, ben);
  bens.awareness.setLocalState({ place: { itemId: "r1" } });
  const user = { personId: ben, name: "Ben", boroughId: "camden", boroughName: "Camden" };
  await eventually(() =>
    expect(adas.others().get(bens.doc.clientID)).toEqual({ user, place: { itemId: "r1" } }),
  );
  const late = await several.open(2, id, lead);
  await eventually(() =>
    expect(new Set(late.others().keys())).toEqual(new Set([adas.doc.clientID, bens.doc.clientID])),
  );
});

test("who leaves is gone on every server, and who comes back on another one is there at once", async () => {
  await using several = await SeveralRooms.start({ count: 3 });
  const { id, lead } = await several.statement();
  const ben = await several.joins(0, id, "Ben", "editor");
  const watching = await Promise.all([0, 1, 2].map((index) => several.open(index, id, lead)));
  const bens = await several.open(1, id, ben);
  const isSeen = (place: string) => () => {
    for (const page of watching)
      expect(page.others().get(bens.doc.clientID)).toMatchObject({ place });
  };
  bens.awareness.setLocalState({ place: "first" });
  await eventually(isSeen("first"));
  bens.leave();
  await eventually(() => {
    for (const page of watching) expect(page.others().has(bens.doc.clientID)).toBe(false);
  });
  await several.open(2, id, ben, bens);
  bens.awareness.setLocalState({ place: "second" });
  await eventually(isSeen("second"));
});

test("a page that is on another server before its old socket is gone stays", async () => {
  await using several = await SeveralRooms.start();
  const { id, lead } = await several.statement();
  const ben = await several.joins(0, id, "Ben", "editor");
  const watching = await Promise.all([0, 1].map((index) => several.open(index, id, lead)));
  const oldSocket = await several.open(0, id, ben, new APage(77));
  oldSocket.awareness.setLocalState({ place: "old" });
  await eventually(() => {
    for (const page of watching) expect(page.others().get(77)).toMatchObject({ place: "old" });
  });
  const newSocket = await several.open(1, id, ben, new APage(77));
  newSocket.awareness.setLocalState({ place: "new" });
  oldSocket.leave();
  const third = await several.open(0, id, lead);
  third.awareness.setLocalState({ place: "third" });
  await eventually(() => {
    for (const page of [...watching, third]) {
      expect(page.others().get(77)).toMatchObject({ place: "new" });
    }
    for (const page of watching) expect(page.others().has(third.doc.clientID)).toBe(true);
  });
});

test("nobody takes the place of somebody who is on another server", async () => {
  await using several = await SeveralRooms.start();
  const { id, lead } = await several.statement();
  const ben = await several.joins(0, id, "Ben", "editor");
  const bens = await several.open(0, id, ben);
  bens.awareness.setLocalState({ place: "r1" });
  const watching = await several.open(1, id, lead);
  await eventually(() =>
    expect(watching.others().get(bens.doc.clientID)).toMatchObject({ place: "r1" }),
  );
  const cleo = await several.joins(1, id, "Cleo", "editor");
  const forged = new APage(bens.doc.clientID);
  await several.open(1, id, cleo, forged);
  forged.awareness.setLocalState({ place: "forged" });
  const third = await several.open(1, id, lead);
  third.awareness.setLocalState({ place: "third" });
  await eventually(() => expect(watching.others().has(third.doc.clientID)).toBe(true));
  expect(watching.others().get(bens.doc.clientID)).toMatchObject({ place: "r1" });
});

test("when a server stops or is not heard of any more, its people are gone; when it is heard again they are back", async () => {
  await using several = await SeveralRooms.start({ count: 3, aliveMs: 40 });
  const { id, lead } = await several.statement();
  const [watching, second, third] = await Promise.all(
    [0, 1, 2].map((index) => several.open(index, id, lead)),
  );
  if (!watching || !second || !third) throw new Error("nobody is here");
  const sees = () => new Set(watching.others().keys());
  await eventually(() =>
    expect(sees()).toEqual(new Set([second.doc.clientID, third.doc.clientID])),
  );
  several.server(1).bus.cut();
  await eventually(() => expect(sees()).toEqual(new Set([third.doc.clientID])));
  several.server(1).bus.mend();
  await eventually(() =>
    expect(sees()).toEqual(new Set([second.doc.clientID, third.doc.clientID])),
  );
  await several.server(2).rooms.stop();
  await eventually(() => expect(sees()).toEqual(new Set([second.doc.clientID])));
});

test("in a full room presence of the other servers is passed on a few at a time", async () => {
  await using several = await SeveralRooms.start();
  const { id, lead } = await several.statement();
  const reader = await several.joins(0, id, "Cleo", "reader");
  const crowd: APage[] = [];
  while (crowd.length < 60) crowd.push(await several.open(crowd.length % 2, id, reader));
  const watching = await several.open(1, id, lead);
  await eventually(() => expect(watching.others().size).toBe(60));
  for (const page of crowd) page.awareness.setLocalState({ place: "r1" });
  const before = watching.frames.length;
  await eventually(() => {
    for (const { doc } of crowd) {
      expect(watching.others().get(doc.clientID)).toMatchObject({ place: "r1" });
    }
  });
  const sent = watching.frames.slice(before).filter(({ kind }) => kind === 1);
  expect(sent.length).toBeGreaterThan(5);
});
