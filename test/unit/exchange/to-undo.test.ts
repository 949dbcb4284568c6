/** What an import changed, kept so that it can be undone. */
import { expect, it } from "vitest";
import { beforeOf, itemFingerprint, joinToUndo } from "../../../server/exchange/import/to-undo.ts";
import { richTextFromPlain } from "../../../shared/rich-text.ts";
import { item } from "../coverage-world.ts";

const form = item("r", "requirement", "A form");

it("keeps what was there of what is to be another, and nothing else", () => {
  const wanted = {
    priority: "could",
    fields: { statement: richTextFromPlain("A letter") },
  } as const;
  expect(beforeOf(form, wanted)).toEqual({
    priority: "must",
    fields: { statement: richTextFromPlain("A form") },
  });
});

it("knows an item again wherever it stands, and not when it says something else", () => {
  expect(itemFingerprint({ ...form, order: "zzV" })).toBe(itemFingerprint(form));
  expect(itemFingerprint({ ...form, priority: "could" })).not.toBe(itemFingerprint(form));
  const noted = { ...form, notes: richTextFromPlain("Ask Tom.") };
  expect(itemFingerprint(noted)).not.toBe(itemFingerprint(form));
});

it("puts back what was there first when an import that stopped half-way is brought in again", () => {
  const earlier = {
    fileName: "ours.csv",
    items: [
      { itemId: "new", before: null, after: "1" },
      { itemId: "r", before: { priority: "must" }, after: "1" },
    ],
  } as const;
  const later = {
    fileName: "ours.csv",
    items: [
      { itemId: "r", before: { priority: "could", level: 1 }, after: "2" },
      { itemId: "s", before: null, after: "2" },
    ],
  } as const;
  expect(joinToUndo(earlier, later)).toEqual({
    fileName: "ours.csv",
    items: [
      { itemId: "new", before: null, after: "1" },
      { itemId: "r", before: { priority: "must", level: 1 }, after: "2" },
      { itemId: "s", before: null, after: "2" },
    ],
  });
});
