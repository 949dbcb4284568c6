/** A long statement divided into the parts that a page shows. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { partsOf, showsByPart, type Part } from "../../client/connection/parts.ts";

type Row = "item" | 1 | 2 | 3;

function divide(rows: readonly Row[]): readonly Part[] {
  const ids = rows.map((_, at) => String(at));
  return partsOf(ids, (id) => {
    const row = rows[Number(id)];
    return row === undefined || row === "item"
      ? { kind: "text", level: 1 }
      : { kind: "section", level: row };
  });
}

const items = (count: number): Row[] => Array.from({ length: count }, () => "item");
const shapeOf = (parts: readonly Part[]): (readonly [string | null, number])[] =>
  parts.map(({ sectionId, ids }) => [sectionId, ids.length]);

describe("parts of a statement", () => {
  it("are its sections, with what is deeper inside", () => {
    const parts = divide([1, "item", 2, "item", 3, "item", 1, "item"]);
    expect(shapeOf(parts)).toEqual([
      ["0", 6],
      ["6", 2],
    ]);
  });

  it("begin with what stands before the first section", () => {
    expect(shapeOf(divide(["item", "item", 1, "item"]))).toEqual([
      [null, 2],
      ["2", 2],
    ]);
  });

  it("are the sections inside a section that is too long for one page", () => {
    const parts = divide([1, "item", 2, ...items(900), 2, ...items(900), 1, "item"]);
    expect(shapeOf(parts)).toEqual([
      ["0", 2],
      ["2", 901],
      ["903", 901],
      ["1804", 2],
    ]);
  });

  it("are as long as they are where nothing divides them", () => {
    expect(shapeOf(divide([1, ...items(4_000)]))).toEqual([["0", 4_001]]);
    expect(shapeOf(divide(items(6_000)))).toEqual([[null, 6_000]]);
  });

  it("are empty sections by themselves, but for titles of what is deeper", () => {
    expect(shapeOf(divide([1, 1, "item", 1]))).toEqual([
      ["0", 1],
      ["1", 2],
      ["3", 1],
    ]);
    const parts = divide([1, 2, ...items(900), 2, ...items(900)]);
    expect(shapeOf(parts)).toEqual([
      ["0", 902],
      ["902", 901],
    ]);
  });

  it("hold every item once and in order, however sections stand", () => {
    const row = fc.oneof(
      { weight: 3, arbitrary: fc.constant<Row>("item") },
      fc.constantFrom<Row>(1, 2, 3),
    );
    const stretch = fc
      .tuple(row, fc.integer({ min: 1, max: 800 }))
      .map(([one, count]) => (one === "item" ? items(count) : [one]));
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 20 }), (stretches) => {
        const rows = stretches.flat();
        const parts = divide(rows);
        expect(parts.flatMap(({ ids }) => ids)).toEqual(rows.map((_, at) => String(at)));
        expect(parts.every(({ ids }) => ids.length > 0)).toBe(true);
      }),
    );
  });
});

describe("a page", () => {
  it("shows a section at a time above 5,000 items, or where its address asks for one", () => {
    expect(showsByPart(null, false, 5_000)).toBe(false);
    expect(showsByPart(null, false, 5_001)).toBe(true);
    expect(showsByPart("an-item", false, 60)).toBe(true);
    expect(showsByPart("all", false, 10_000)).toBe(false);
  });

  it("shows what a filter finds from all sections", () => {
    expect(showsByPart("an-item", true, 60)).toBe(false);
    expect(showsByPart("an-item", true, 5_001)).toBe(true);
  });
});
