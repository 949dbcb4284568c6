/** The outlines: each is a whole small statement, with gaps to find and nothing that could not be written by hand. */
import { describe, expect, it } from "vitest";
import { itemOfNew } from "../../server/exchange/starting/item-of-new.ts";
import { outlinePoint } from "../../server/exchange/starting/starting-points.ts";
import { beginFromPoint } from "../../server/exchange/starting/starting-point.ts";
import { coverageOf } from "../../shared/coverage.ts";
import { itemKinds } from "../../shared/item-kinds.ts";
import { itemHasWords } from "../../shared/items.ts";
import { outlineOffers } from "../../shared/outlines.ts";
import { plainText } from "../../shared/plain-text.ts";
import type { RichText } from "../../shared/rich-text.ts";
import { problemOfText } from "../../shared/text-rules.ts";
import { countMusts, hintsOf, mustsAreMany } from "../../shared/wording-checks.ts";
import { countingIds, foldDrafts, priya } from "./starting-world.ts";

describe.each(outlineOffers)("$title", ({ id }) => {
  const { items: made, drafts } = beginFromPoint(outlinePoint(id), priya, countingIds());
  const items = made.map(itemOfNew);
  const record = foldDrafts(drafts);

  it("has background, outcomes, needs, requirements by theme and the contracting approach", () => {
    const titles = items
      .filter(({ kind }) => kind === "section")
      .map(({ fields }) => said(fields["title"]));
    expect(titles.slice(0, 3)).toEqual(["Background", "What should be different", "User needs"]);
    expect(titles.at(-1)).toBe("Contracting approach");
    expect(titles.length).toBeGreaterThanOrEqual(7);
    const count = (kind: string): number => items.filter((item) => item.kind === kind).length;
    expect(count("outcome")).toBeGreaterThanOrEqual(3);
    expect(count("need")).toBeGreaterThanOrEqual(8);
    expect(count("requirement")).toBeGreaterThanOrEqual(12);
  });

  it("says what to write, and marks what is to be filled in", () => {
    const all = items.flatMap(({ fields }) => Object.values(fields).map(said));
    const guidance = all.filter((words) => words.startsWith("Guidance: "));
    expect(guidance.length).toBeGreaterThanOrEqual(5);
    expect(all.filter((words) => /\[[^\]]+\]/.test(words)).length).toBeGreaterThan(5);
  });

  it("holds only what somebody could write, with words everywhere", () => {
    for (const item of items) {
      expect([item.id, itemHasWords(item)]).toEqual([item.id, true]);
      for (const field of itemKinds[item.kind].fields) {
        const text = item.fields[field.name];
        expect(text && problemOfText(text, field)).toBeNull();
      }
    }
  });

  it("gives every need its three parts", () => {
    for (const { kind, fields } of items) {
      if (kind !== "need") continue;
      for (const part of ["asA", "iNeed", "soThat"]) expect(said(fields[part])).not.toBe("");
    }
  });

  it("is worded so that hints ask for measures at most, which only the boroughs know", () => {
    const found = items.flatMap((item) =>
      hintsOf(item)
        .filter(({ check }) => check !== "no-measure")
        .map(({ says }) => [says, Object.values(item.fields).map(said).join(" ")]),
    );
    expect(found).toEqual([]);
    expect(mustsAreMany(countMusts(items))).toBe(false);
  });

  it("has references in order, links that count, and a gap or two to find", () => {
    const numbered = items.flatMap((item) => record.references.get(item.id) ?? []);
    for (const letter of ["O", "N", "R"]) {
      const own = numbered.filter((reference) => reference.startsWith(letter));
      expect(own).toEqual(own.map((_, place) => `${letter}-${place + 1}`));
    }
    const { needs } = coverageOf(items, record);
    expect(needs.covered).toBeGreaterThanOrEqual(6);
    expect([1, 2]).toContain(needs.notCovered);
    expect(needs.changed + needs.onlyRemoved).toBe(0);
  });

  it("is told in the record, once", () => {
    const told = drafts.filter(({ type }) => type === "begin-from");
    expect(told).toMatchObject([{ facts: { outline: id, statementId: null } }]);
  });
});

function said(text: RichText | undefined): string {
  return text ? plainText(text) : "";
}
