/** Rows kept by difference, few and many at a time, against sorting all of them. fast-check prints the seed of a failure. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { KeptRows, type Placed } from "../../shared/kept-rows.ts";
import { anItem } from "./commands/a-statement.ts";

const itemIds = Array.from({ length: 120 }, (_, at) => `i${at}`);

/** An item's rows, from none to two, each with a rank and an order. */
const change = fc.record({
  itemId: fc.constantFrom(...itemIds),
  rows: fc.array(fc.tuple(fc.nat(2), fc.nat(40), fc.nat(5)), { maxLength: 2 }),
});

it("has the rows in order and the numbers right, whatever changed before", () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(change, { minLength: 1, maxLength: 12 }), { maxLength: 30 }),
      (rounds) => {
        const rowsByItem = new Map<string, readonly Placed<string>[]>();
        let sum = 0;
        const kept = new KeptRows<string>((row, by) => (sum += by * row.length));
        const begin = itemIds.map((itemId, at) => ({ itemId, rows: [[0, at % 40, 0] as const] }));
        for (const changes of [begin, ...rounds]) {
          for (const { itemId, rows } of changes) {
            const placed = rows.map(([rank, order, letters], at) => ({
              row: "x".repeat(letters),
              rank,
              order: `a${order}`,
              id: `${itemId} ${at}`,
            }));
            rowsByItem.set(itemId, placed);
          }
          const before = kept.all();
          const copy = [...before];
          kept.change(
            changes.map(({ itemId }) => itemId),
            (itemId) => rowsByItem.get(itemId) ?? [],
          );
          expect(before).toEqual(copy);
          const sorted = [...rowsByItem.values()].flat().toSorted(byPlace);
          expect(kept.placed()).toEqual(sorted);
          expect(kept.all()).toEqual(sorted.map(({ row }) => row));
          expect(sum).toBe(sorted.reduce((total, { row }) => total + row.length, 0));
        }
      },
    ),
  );
});

it("is the same list when an item says the same again", () => {
  const kept = new KeptRows<string>();
  const rowsOf = (id: string) => [{ row: id, rank: 0, order: anItem(id, "need", "").order, id }];
  expect(kept.change(itemIds, rowsOf)).toBe(true);
  const all = kept.all();
  expect(kept.change(itemIds, rowsOf)).toBe(false);
  expect(kept.all()).toBe(all);
});

function byPlace(a: Placed<string>, b: Placed<string>): number {
  return a.rank - b.rank || (a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : 1);
}
