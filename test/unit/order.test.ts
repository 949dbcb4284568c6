/** Fractional indices: always between, never equal, never throwing. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { orderBetween, ordersBetween } from "../../shared/order.ts";

const tail = fc.stringMatching(/^[0-9A-Za-z]{4}$/);

it("puts any number of inserts at random places into the order they were asked for", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(), tail), { maxLength: 60 }), (inserts) => {
      const orders: string[] = [];
      for (const [place, end] of inserts) {
        const at = place % (orders.length + 1);
        orders.splice(at, 0, orderBetween(orders[at - 1] ?? null, orders[at] ?? null, end));
      }
      expect(orders).toEqual([...new Set(orders)].toSorted());
    }),
  );
});

it("gives two people who insert in one place different orders", () => {
  expect(orderBetween("a0", "a1", "x1")).not.toBe(orderBetween("a0", "a1", "x2"));
});

it("never throws, whatever the neighbours hold", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), tail, (before, after, end) => {
      expect(orderBetween(before, after, end)).toMatch(/V$/);
    }),
  );
});

it("puts a row of new items between two neighbours, in order, with room left everywhere", () => {
  fc.assert(
    fc.property(tail, tail, fc.integer({ min: 1, max: 120 }), (firstEnd, end, count) => {
      const low = orderBetween(null, null, firstEnd);
      const high = orderBetween(low, null, firstEnd);
      for (const [before, after] of [
        [null, null],
        [low, high],
        [low, null],
        [null, low],
      ] as const) {
        const row = ordersBetween(before, after, end, count);
        const all = [
          ...(before === null ? [] : [before]),
          ...row,
          ...(after === null ? [] : [after]),
        ];
        expect(all).toEqual([...new Set(all)].toSorted());
        for (const [at, order] of all.slice(1).entries()) {
          const between = orderBetween(all[at] ?? null, order, end);
          expect((all[at] ?? "") < between && between < order).toBe(true);
        }
      }
    }),
  );
});

it("keeps orders short however many items come in at once", () => {
  const row = ordersBetween("a0", "a1", "abcd", 5_000);
  expect(Math.max(...row.map((order) => order.length))).toBeLessThan(16);
});
