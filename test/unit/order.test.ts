/** Fractional indices: always between, never equal, never throwing. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { orderBetween } from "../../shared/order.ts";

const tail = fc.stringMatching(/^[0-9A-Za-z]{4}$/);

it("puts any number of inserts at random places into the order they were asked for", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(), tail), { maxLength: 60 }), (inserts) => {
      const orders: string[] = [];
      for (const [place, end] of inserts) {
        const at = place % (orders.length + 1);
        orders.splice(at, 0, orderBetween(orders[at - 1] ?? null, orders[at] ?? null, end));
      }
      expect(orders).toEqual([...new Set(orders)].sort());
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
