/** The store's own promise: what is committed together is kept whole or not at all. */
import { expect, test } from "vitest";
import { OpenRooms } from "./open-rooms.ts";

const nothing = {
  updates: [],
  clientIds: [],
  entries: [],
  references: [],
  versions: [],
  summaries: [],
};

test("a commit of which one part cannot be kept leaves no part of it, and the next goes through", async () => {
  await using rooms = await OpenRooms.start();
  const { id, lead } = await rooms.statement();
  const { text } = rooms.store;
  const before = await text.load(id);
  const at = new Date().toISOString();
  const update = {
    statementId: id,
    beat: 1_000,
    part: 0,
    personId: lead,
    at,
    bytes: new Uint8Array([0, 0]),
  };
  const given = { statementId: id, itemId: "r1", reference: "R-1" };

  // The update goes in first; the same reference twice is what the database refuses.
  const halfway = text.commit({ ...nothing, updates: [update], references: [given, given] });
  await expect(halfway).rejects.toThrow(/UNIQUE/);
  expect((await text.load(id))?.updates).toEqual(before?.updates);

  await text.commit({ ...nothing, updates: [update], references: [given] });
  expect((await text.load(id))?.updates).toHaveLength((before?.updates.length ?? 0) + 1);
});
