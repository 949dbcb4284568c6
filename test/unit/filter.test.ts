/** What the document shows when it is filtered. */
import { describe, expect, it } from "vitest";
import { fits, noFilter, type Filter } from "../../client/outline/filter.ts";
import type { Item } from "../../shared/items.ts";
import { emptyRichText, richTextFromPlain } from "../../shared/rich-text.ts";

const need: Item = {
  id: "n",
  kind: "need",
  order: "a0V",
  priority: "must",
  level: 1,
  raisedBy: ["hackney"],
  aliases: ["OLD-7"],
  removed: null,
  origin: null,
  extra: {},
  fields: { asA: richTextFromPlain("tenant"), iNeed: richTextFromPlain("report a leak") },
  notes: richTextFromPlain("from the workshop"),
  variations: [
    { key: "camden:a", boroughId: "camden", text: richTextFromPlain("through the caretaker") },
  ],
};
const context = {
  references: new Map([["n", "N-12"]]),
  notCovered: new Set(["n"]),
  hinted: new Set<string>(),
  noted: new Map(),
};
const shows = (filter: Partial<Filter>, item = need): boolean =>
  fits(item, { ...noFilter, ...filter }, context);

describe("a filter", () => {
  it.each(["leak", "LEAK tenant", "n-12", "N12", "old-7", "workshop", "caretaker", " "])(
    "finds an item by %s",
    (words) => {
      expect(shows({ words })).toBe(true);
    },
  );

  it.each(["N-1", "n-122", "leaking", "leak landlord"])("does not find it by %s", (words) => {
    expect(shows({ words })).toBe(false);
  });

  it("goes by kind, priority, borough and what is not covered, all at once", () => {
    const all = {
      kind: "need",
      priority: "must",
      borough: "hackney",
      onlyNotCovered: true,
      words: "leak",
    } as const;
    expect(shows(all)).toBe(true);
    expect(shows({ ...all, kind: "requirement" })).toBe(false);
    expect(shows({ ...all, priority: "could" })).toBe(false);
    expect(shows({ ...all, borough: "camden" })).toBe(false);
    expect(shows(all, { ...need, id: "other" })).toBe(false);
  });

  it("goes by whether something differs for a borough, in words", () => {
    const emptied = need.variations.map((one) => ({ ...one, text: emptyRichText }));
    expect(shows({ onlyDiffering: true })).toBe(true);
    expect(shows({ onlyDiffering: true }, { ...need, variations: [] })).toBe(false);
    expect(shows({ onlyDiffering: true }, { ...need, variations: emptied })).toBe(false);
  });

  it("never hides an item that was just made and is about to be written in", () => {
    const fields = { asA: emptyRichText, iNeed: emptyRichText };
    const empty = { ...need, id: "new", fields, variations: [] };
    expect(shows({ words: "leak", kind: "outcome" }, empty)).toBe(true);
  });
});
