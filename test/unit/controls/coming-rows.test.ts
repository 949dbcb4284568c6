/** Which rows of a long table are drawn, through random lists. fast-check prints the seed of a failure. */
import fc from "fast-check";
import { expect, it } from "vitest";
import {
  beginRows,
  drawAll,
  drawMore,
  letGo,
  regroup,
  waitingIn,
  type ComingRows,
} from "../../../client/controls/coming-rows.ts";

interface Row {
  readonly id: string;
}

function rowsOf(count: number): Row[] {
  return Array.from({ length: count }, (_, at) => ({ id: `row-${at}` }));
}

function drawnIds({ groups, drawn }: ComingRows<Row>): string[] {
  return groups.flatMap(({ key, rows }) => (drawn.has(key) ? rows.map(({ id }) => id) : []));
}

const all = rowsOf(2_000);

it("begins with what a window shows, and has all rows once all groups are drawn", () => {
  let coming = beginRows(all, false);
  expect(drawnIds(coming).length).toBeLessThanOrEqual(80);
  expect(drawnIds(coming)[0]).toBe("row-0");
  while (waitingIn(coming).length > 0) coming = drawMore(coming, waitingIn(coming).slice(0, 3));
  expect(drawnIds(coming)).toEqual(all.map(({ id }) => id));
  expect(drawAll(beginRows(all, false)).drawn).toEqual(coming.drawn);
});

it("keeps each group as it is but that of the row that changed", () => {
  const before = drawAll(beginRows(all, false));
  const changed = all.map((row, at) => (at === 777 ? { ...row } : row));
  const after = regroup(before, changed, null);
  expect(after.groups.filter((group, at) => group !== before.groups[at]).length).toBe(1);
  expect(after.drawn).toBe(before.drawn);
});

it("draws at once the few rows that people add, and not the many that a filter no longer hides", () => {
  const narrow = drawAll(beginRows(all.slice(0, 1_000), false));
  const few = regroup(narrow, [...all.slice(0, 1_000), { id: "new" }], null);
  expect(waitingIn(few)).toEqual([]);
  const every = all.filter((_, at) => at % 50 === 0);
  const many = regroup(drawAll(beginRows(every, false)), all, null);
  expect(drawnIds(many).length).toBeLessThanOrEqual(160);
  expect(waitingIn(many).length).toBeGreaterThan(10);
});

it("keeps of a long list that another takes the place of what was drawn, to be taken out bit by bit", () => {
  const few = all.slice(0, 10);
  const before = drawAll(beginRows(all, false));
  let coming = regroup(before, few, null);
  expect(coming.leaving).toEqual(before.groups);
  expect(coming.leaving[7]).toBe(before.groups[7]);
  // Also when the whole list comes back before that is done.
  coming = regroup(coming, all, null);
  expect(coming.leaving.length).toBe(before.groups.length + 1);
  while (coming.leaving.length > 0) coming = letGo(coming, 3);
  expect(coming.groups.flatMap(({ rows }) => rows)).toEqual(all);
  // What a few people add or take out goes at once.
  expect(regroup(drawAll(coming), all.slice(60), null).leaving).toEqual([]);
});

it("has all rows in order, the beginning and the row in use drawn, whatever list comes after another", () => {
  const list = fc.record({
    every: fc.integer({ min: 1, max: 60 }),
    from: fc.nat(1_500),
    isDrawn: fc.boolean(),
    heldAt: fc.option(fc.nat()),
  });
  fc.assert(
    fc.property(fc.array(list, { minLength: 1, maxLength: 8 }), (lists) => {
      let coming = beginRows<Row>([], false);
      for (const { every, from, isDrawn, heldAt } of lists) {
        const rows = all.filter((_, at) => at >= from && at % every === 0);
        const there = drawnIds(coming);
        const held = heldAt === null ? null : (there[heldAt % Math.max(1, there.length)] ?? null);
        coming = regroup(coming, rows, held);
        expect(coming.groups.flatMap((group) => group.rows)).toEqual(rows);
        const keys = [...coming.groups, ...coming.leaving].map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        if (isDrawn) coming = letGo(coming, every);
        const drawn = new Set(drawnIds(coming));
        expect(rows.slice(0, 40).every(({ id }) => drawn.has(id))).toBe(true);
        if (held !== null && rows.some(({ id }) => id === held)) expect(drawn.has(held)).toBe(true);
        if (isDrawn) coming = drawAll(coming);
      }
    }),
    { numRuns: 200 },
  );
});
