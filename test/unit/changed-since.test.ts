/** A link says what changed since it was last said to hold, and heals when the words come back. */
import { describe, expect, it } from "vitest";
import { changedSince, linkChanges, linkHolds } from "../../shared/changed-since.ts";
import type { Item } from "../../shared/items.ts";
import { emptyRichText, richTextFromPlain, type RichText } from "../../shared/rich-text.ts";
import { seenOf, type Seen } from "../../shared/seen.ts";

const requirement = item("requirement", {
  statement: richTextFromPlain("Offer a two-hour window."),
  measure: emptyRichText,
  rationale: emptyRichText,
});
const need = item("need", {
  asA: richTextFromPlain("tenant"),
  iNeed: richTextFromPlain("know when to be in"),
  soThat: emptyRichText,
  evidence: emptyRichText,
  metWhen: emptyRichText,
});
const meets = { seen: sent({ requirement: seenOf(requirement), need: seenOf(need) }) };

describe("a link", () => {
  it("holds while requirement and need say what they said", () => {
    expect(linkHolds(meets, requirement, need)).toBe(true);
    expect(linkChanges(meets, requirement, need)).toEqual({ requirement: [], need: [] });
  });

  it("names the field and the words that changed", () => {
    const edited = withField(requirement, "statement", "Offer a four-hour window.");
    expect(linkHolds(meets, edited, need)).toBe(false);
    expect(linkChanges(meets, edited, need)).toEqual({
      requirement: [
        {
          part: "field",
          field: "statement",
          label: "Requirement",
          pieces: [
            { state: "same", text: "Offer a " },
            { state: "gone", text: "two" },
            { state: "new", text: "four" },
            { state: "same", text: "-hour window." },
          ],
        },
      ],
      need: [],
    });
  });

  it("heals when the words are put back", () => {
    const edited = withField(need, "iNeed", "know the day");
    expect(linkHolds(meets, requirement, edited)).toBe(false);
    const back = withField(edited, "iNeed", "know when to be in");
    expect(linkHolds(meets, requirement, back)).toBe(true);
  });

  it("does not change by where an item stands, who raised it, notes or empty fields", () => {
    const moved: Item = {
      ...requirement,
      order: "b9V",
      raisedBy: ["camden"],
      notes: richTextFromPlain("ask legal"),
      aliases: ["X-1"],
    };
    const { rationale: _without, ...fields } = moved.fields;
    expect(linkHolds(meets, { ...moved, fields }, need)).toBe(true);
  });

  it("says when a field was added, the priority changed or the item was removed", () => {
    const changes = changedSince(meets.seen.need, {
      ...withField(need, "evidence", "14 complaints"),
      priority: "wont",
      removed: { why: "no money" },
    });
    expect(changes).toEqual([
      {
        part: "field",
        field: "evidence",
        label: "Evidence",
        pieces: [{ state: "new", text: "14 complaints" }],
      },
      { part: "priority", before: "must", after: "wont" },
      { part: "removed", before: false, after: true },
    ]);
  });

  it("takes an item that is no longer there as removed", () => {
    expect(linkHolds(meets, undefined, need)).toBe(false);
    expect(changedSince(meets.seen.requirement, undefined)).toEqual([
      { part: "removed", before: false, after: true },
    ]);
  });

  it("names a field whose formatting alone changed, with no words gone or new", () => {
    const bold: RichText = {
      type: "doc",
      content: [
        {
          type: "paragraph",
          content: [{ type: "text", text: "Offer a two-hour window.", marks: [{ type: "bold" }] }],
        },
      ],
    };
    const changes = changedSince(meets.seen.requirement, {
      ...requirement,
      fields: { ...requirement.fields, statement: bold },
    });
    expect(changes).toMatchObject([{ part: "field", pieces: [{ state: "same" }] }]);
  });

  it("does not change by white space at the end, or by how words lie in pieces", () => {
    const written = (...content: RichText["content"]): Item => ({
      ...requirement,
      fields: { ...requirement.fields, statement: { type: "doc", content } },
    });
    const words = (...texts: string[]): RichText["content"][number] => ({
      type: "paragraph",
      content: texts.map((text) => ({ type: "text", text })),
    });
    const bold = { type: "text", text: " ", marks: [{ type: "bold" }] };
    const same = "Offer a two-hour window.";
    const { content = [] } = words(same);
    for (const item of [
      written(words(`${same} \u00a0`)),
      written(words(same), { type: "paragraph" }, words(" ")),
      written({ type: "paragraph", content: [...content, bold] }),
      written(words("Offer a ", "two-hour window.")),
    ])
      expect(linkHolds(meets, item, need)).toBe(true);
    expect(linkHolds(meets, written(words(` ${same}`)), need)).toBe(false);
    expect(linkHolds(meets, written(words("Offer a"), words("two-hour window.")), need)).toBe(
      false,
    );
  });

  it("does not throw on what a record may hold", () => {
    const odd = {
      priority: null,
      removed: false,
      fields: { statement: {}, gone: { content: [null] } },
    };
    expect(() => changedSince(odd as unknown as Seen, requirement)).not.toThrow();
  });
});

function item(kind: "need" | "requirement", fields: Record<string, RichText>): Item {
  return {
    id: kind,
    kind,
    order: "a0V",
    priority: "must",
    level: 1,
    raisedBy: [],
    aliases: [],
    removed: null,
    fields,
    notes: emptyRichText,
    variations: [],
    origin: null,
    extra: {},
  };
}

function withField(item: Item, field: string, text: string): Item {
  return { ...item, fields: { ...item.fields, [field]: richTextFromPlain(text) } };
}

/** As it comes back from the record. */
function sent<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
