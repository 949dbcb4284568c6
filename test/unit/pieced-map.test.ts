/** A map in pieces against a plain one, with copies that go on from any earlier one. fast-check prints the seed of a failure. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { PiecedMap } from "../../shared/pieced-map.ts";

const change = fc.record({
  /** Which of the maps made so far is copied and changed. */
  from: fc.nat(),
  changes: fc.array(fc.tuple(fc.nat(400), fc.option(fc.nat(9), { freq: 4 })), { maxLength: 12 }),
});

it("says what a plain map says, and so does every earlier copy, whichever is gone on from", () => {
  fc.assert(
    fc.property(fc.nat(300), fc.array(change, { maxLength: 25 }), (begin, steps) => {
      const first = new Map(Array.from({ length: begin }, (_, at) => [`k${at}`, at]));
      const all = [{ pieced: PiecedMap.from(first), plain: first }];
      for (const { from, changes } of steps) {
        const base = all[from % all.length];
        if (!base) continue;
        const pieced = base.pieced.copy();
        const plain = new Map(base.plain);
        for (const [key, value] of changes) {
          if (value === null) {
            pieced.delete(`k${key}`);
            plain.delete(`k${key}`);
          } else {
            pieced.set(`k${key}`, value);
            plain.set(`k${key}`, value);
          }
        }
        all.push({ pieced, plain });
      }
      for (const { pieced, plain } of all) {
        expect(pieced.size).toBe(plain.size);
        expect(new Map(pieced)).toEqual(plain);
        for (let key = 0; key <= 400; key += 1) {
          expect(pieced.get(`k${key}`)).toBe(plain.get(`k${key}`));
          expect(pieced.has(`k${key}`)).toBe(plain.has(`k${key}`));
        }
      }
    }),
    { numRuns: 50 },
  );
});

it("keeps the order in which keys came, and gives one that comes back its old place", () => {
  const map = PiecedMap.from(
    new Map([
      ["b", 1],
      ["a", 2],
      ["c", 3],
    ]),
  );
  const copy = map.copy();
  copy.set("d", 4);
  copy.set("a", 5);
  copy.delete("b");
  expect([...copy]).toEqual([
    ["a", 5],
    ["c", 3],
    ["d", 4],
  ]);
  copy.set("b", 6);
  expect([...copy.keys()]).toEqual(["b", "a", "c", "d"]);
  expect([...map.values()]).toEqual([1, 2, 3]);
});
