/** People who come from one server to another, or are cut off by one that they are not on. */
import { expect, test } from "vitest";
import * as Y from "yjs";
import { changeRole } from "../../../shared/commands/change-role.ts";
import { removePerson } from "../../../shared/commands/remove-person.ts";
import { closeCode } from "../../../shared/sync/close-codes.ts";
import { eventually } from "../sync/eventually.ts";
import { SeveralRooms } from "./several-rooms.ts";

const requirement = { id: "r1", kind: "requirement", order: "a1V" } as const;

test.each([false, true])(
  "whose role changes and who is removed is cut off on the other server (bus cut: %s)",
  async (isCut) => {
    await using several = await SeveralRooms.start();
    const { id, lead } = await several.statement();
    const ben = await several.joins(0, id, "Ben", "editor");
    const cleo = await several.joins(0, id, "Cleo", "editor");
    const bens = await several.open(1, id, ben);
    const cleos = await several.open(1, id, cleo);
    if (isCut) for (const { bus } of several.servers) bus.cut();
    const facts = { personId: ben, role: "reader", agrees: false };
    await several.says(0, id, lead, { type: changeRole.name, facts, words: {} });
    await several.says(0, id, lead, {
      type: removePerson.name,
      facts: { personId: cleo },
      words: {},
    });
    await eventually(() => {
      expect(bens.closed?.code).toBe(closeCode.roleChanged);
      expect(cleos.closed?.code).toBe(closeCode.removed);
    });
    const back = await several.open(1, id, cleo);
    expect(back.closed?.code).toBe(closeCode.removed);
  },
);

test("who joins on one server is let in at once on another that heard nothing of it", async () => {
  await using several = await SeveralRooms.start({ lookMs: { up: 60_000, down: 60_000 } });
  const { id, lead } = await several.statement();
  await several.open(1, id, lead);
  several.server(1).bus.percentLost = 100;
  const ben = await several.joins(0, id, "Ben", "editor");
  const bens = await several.open(1, id, ben);
  expect(bens.closed).toBeNull();
});

test("a page that comes over from another server brings along what this one has not heard of", async () => {
  await using several = await SeveralRooms.start({ lookMs: { up: 60_000, down: 60_000 } });
  const { id, lead } = await several.statement();
  const ben = await several.joins(0, id, "Ben", "editor");
  const reader = await several.joins(0, id, "Rita", "reader");
  const here = await several.open(1, id, lead);
  const adas = await several.open(0, id, lead);
  const bens = await several.open(0, id, ben);
  const ritas = await several.open(0, id, reader);
  several.server(1).bus.percentLost = 100;
  adas.adds(requirement);
  await eventually(() => expect(bens.has("r1") && ritas.has("r1")).toBe(true));
  // What they hold was written by somebody else, with a client id that the second server has never seen.
  const held = Y.encodeStateAsUpdate(bens.doc);
  bens.leave();
  ritas.leave();
  for (const page of [bens, ritas]) await several.open(1, id, page === bens ? ben : reader, page);
  bens.sendUpdate(held);
  ritas.sendUpdate(held);
  bens.types("r1", "statement", "Ben was here.");
  const mark = bens.mark();
  await eventually(() => expect(bens.saved).toBe(mark));
  expect([bens.closed, ritas.closed]).toEqual([null, null]);
  await eventually(() => expect(here.reads("r1", "statement")).toBe("Ben was here."));
  expect(several.problems).toEqual([]);
});

test("what hangs on something that only the database knows is taken in, and what hangs on nothing is not", async () => {
  await using several = await SeveralRooms.start({ lookMs: { up: 60_000, down: 60_000 } });
  const { id, lead } = await several.statement();
  const elsewhere = await several.open(0, id, lead);
  const here = await several.open(1, id, lead);
  const other = await several.open(1, id, lead);
  several.server(1).bus.percentLost = 100;
  const before = Y.encodeStateVector(elsewhere.doc);
  elsewhere.adds(requirement);
  const mark = elsewhere.mark();
  await eventually(() => expect(elsewhere.saved).toBe(mark));
  // As from another tab of the same browser.
  const written = Y.encodeStateAsUpdate(elsewhere.doc, before);
  Y.applyUpdate(here.doc, written, here);
  here.types("r1", "statement", "It hangs on the item.");
  const saved = here.mark();
  await eventually(() => expect(here.saved).toBe(saved));
  await eventually(() => expect(elsewhere.reads("r1", "statement")).toBe("It hangs on the item."));

  const lost = new Y.Doc();
  Y.applyUpdate(lost, Y.encodeStateAsUpdate(other.doc));
  lost.getMap("items").set("x", new Y.Map());
  const from = Y.encodeStateVector(lost);
  lost.getMap("items").set("y", new Y.Map());
  other.sendUpdate(Y.encodeStateAsUpdate(lost, from));
  await eventually(() => expect(other.closed?.code).toBe(closeCode.reload));
  expect(here.closed).toBeNull();
});
