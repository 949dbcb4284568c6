/** Which things of a list moved. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stayingIn } from "../../../shared/smallest-moves.ts";

const moved = (before: string, after: string): string => {
  const staying = new Set(stayingIn(before.split(""), after.split("")));
  return after
    .split("")
    .filter((thing) => !staying.has(thing))
    .join("");
};

describe("what moved", () => {
  it.each([
    ["abcdef", "abcdef", ""],
    ["abcdef", "bcdefa", "a"],
    ["abcdef", "fabcde", "f"],
    ["abcdef", "abedcf", "ed"],
    ["", "", ""],
  ])("%s → %s: %s", (before, after, things) => {
    expect(moved(before, after)).toHaveLength(things.length);
    if (things.length === 1) expect(moved(before, after)).toBe(things);
  });

  it("is the smallest set there is", () => {
    const orders = fc
      .uniqueArray(fc.nat(50), { maxLength: 8 })
      .chain((before) =>
        fc.tuple(fc.constant(before), fc.shuffledSubarray(before, { minLength: before.length })),
      );
    fc.assert(
      fc.property(orders, ([before, after]) => {
        const staying = stayingIn(before, after);
        expect(staying).toEqual(after.filter((thing) => staying.includes(thing)));
        expect(staying).toEqual(before.filter((thing) => staying.includes(thing)));
        expect(staying).toHaveLength(longestCommon(before, after));
      }),
    );
  });
});

/** By trying every way. */
function longestCommon(a: readonly number[], b: readonly number[]): number {
  const [first, ...rest] = a;
  if (first === undefined) return 0;
  const at = b.indexOf(first);
  const without = longestCommon(rest, b);
  return at === -1 ? without : Math.max(without, 1 + longestCommon(rest, b.slice(at + 1)));
}
