/** What changed between two texts, and whether words still resemble what they were. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { likeness, resembles } from "../../shared/resemblance.ts";
import { differenceOf } from "../../shared/text-difference.ts";

describe("the difference of two texts", () => {
  it("shows the words that went before the words that came", () => {
    expect(
      differenceOf("a two-hour window for visits", "a four-hour window for all visits"),
    ).toEqual([
      { state: "same", text: "a " },
      { state: "gone", text: "two" },
      { state: "new", text: "four" },
      { state: "same", text: "-hour window for " },
      { state: "new", text: "all " },
      { state: "same", text: "visits" },
    ]);
  });

  it("is nothing for two empty texts and one piece for two equal ones", () => {
    expect(differenceOf("", "")).toEqual([]);
    expect(differenceOf("same", "same")).toEqual([{ state: "same", text: "same" }]);
    expect(differenceOf("", "new")).toEqual([{ state: "new", text: "new" }]);
    expect(differenceOf("gone", "")).toEqual([{ state: "gone", text: "gone" }]);
  });

  it("holds every word of both texts in order", () => {
    const text = fc.array(fc.constantFrom("a", "b", "two-hour", "window,", "🏠", "é"), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const pieces = differenceOf(a.join(" "), b.join(" "));
        const side = (other: string) =>
          flat(
            pieces
              .filter(({ state }) => state !== other)
              .map(({ text }) => text)
              .join(""),
          );
        expect(side("new")).toBe(flat(a.join(" ")));
        expect(side("gone")).toBe(flat(b.join(" ")));
      }),
    );
  });

  it("takes two long texts that share nothing as gone and new", () => {
    expect(differenceOf(many("a"), many("b")).map(({ state }) => state)).toEqual(["gone", "new"]);
  });
});

describe("words resemble what they were", () => {
  it.each([
    ["two-hour window", "two-hour window", true],
    ["Two-hour  window", "two-hour window", true],
    ["four-hour window", "two-hour window", true],
    ["hour", "two-hour window", false],
    ["a window of two hours", "two-hour window", true],
    ["morning slot", "two-hour window", false],
    ["", "two-hour window", false],
    ["", "", false],
    ["x", "x", true],
    ["x", "y", false],
  ])("%j after %j: %s", (now, then, expected) => {
    expect(resembles(now, then)).toBe(expected);
  });

  it("as much one way round as the other, between 0 and 1", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(likeness(a, b)).toBe(likeness(b, a));
        expect(likeness(a, b)).toBeGreaterThanOrEqual(0);
        expect(likeness(a, b)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

function flat(words: string): string {
  return words.replace(/\s+/g, "");
}

function many(word: string): string {
  return Array.from({ length: 5_000 }, (_, n) => `${word}${n}`).join(" ");
}
