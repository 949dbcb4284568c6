/** Cards beside the text: at their words, never over one another. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeCards, type CardToPlace } from "../../client/record-panel/place-cards.ts";

const card = (id: string, wantedPx: number, heightPx = 100): CardToPlace => ({
  id,
  wantedPx,
  heightPx,
});
const tops = (cards: readonly CardToPlace[], openId: string | null = null) =>
  Object.fromEntries(placeCards(cards, openId, 10));

describe("cards", () => {
  it("stand at the height of their words where there is room", () => {
    expect(tops([card("a", 0), card("b", 300)])).toEqual({ a: 0, b: 300 });
  });

  it("are pushed down by the card before them", () => {
    expect(tops([card("a", 20), card("b", 40), card("c", 400)])).toEqual({ a: 20, b: 130, c: 400 });
  });

  it("give way upwards to the open one, so that it stands at its words", () => {
    expect(tops([card("a", 200), card("b", 220), card("c", 230)], "b")).toEqual({
      a: 110,
      b: 220,
      c: 330,
    });
  });

  it("push the open one down only when there is no room above it", () => {
    expect(tops([card("a", 0), card("b", 10)], "b")).toEqual({ a: 0, b: 110 });
  });

  it("that have the same words keep the order they were started in", () => {
    expect(tops([card("a", 50), card("b", 50)])).toEqual({ a: 50, b: 160 });
  });

  it("never overlap, never leave the top and never change places", () => {
    const some = fc.array(
      fc.record({
        wantedPx: fc.integer({ min: -500, max: 5_000 }),
        heightPx: fc.integer({ min: 1, max: 400 }),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(some, fc.nat(50), (list, open) => {
        const cards = list.map((one, at) => ({ ...one, id: `${at}` }));
        const placed = placeCards(cards, `${open}`, 8);
        const order = cards.toSorted((a, b) => a.wantedPx - b.wantedPx);
        let free = 0;
        for (const { id, heightPx } of order) {
          const top = placed.get(id) ?? Number.NaN;
          expect(top).toBeGreaterThanOrEqual(free);
          free = top + heightPx + 8;
        }
      }),
    );
  });
});
