/** An item is made to say something else, and what stays the same is not touched. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { evenOut } from "../../shared/even-text.ts";
import { allPriorities } from "../../shared/item-kinds.ts";
import { addItem, itemsOf, readItem, type Item } from "../../shared/items.ts";
import { emptyRichText, richTextFromPlain } from "../../shared/rich-text.ts";
import { writeItem, type WantedItem } from "../../shared/write-item.ts";
import { someText } from "./a-rich-text.ts";

const seed = Number(process.env["SEED"] ?? Math.floor(Math.random() * 2 ** 31));

function aRequirement(): { doc: Y.Doc; item: () => Item } {
  const doc = new Y.Doc();
  addItem(doc, {
    id: "r1",
    kind: "requirement",
    order: "a0",
    priority: "must",
    raisedBy: ["camden", "hackney"],
    fields: {
      statement: richTextFromPlain("Show the date of the visit."),
      measure: richTextFromPlain("Within a minute."),
    },
    variations: [{ key: "camden:v1", boroughId: "camden", text: richTextFromPlain("By letter.") }],
    extra: { Owner: "Facilities" },
  });
  return {
    doc,
    item() {
      const item = readItem("r1", itemsOf(doc).get("r1"));
      if (!item) throw new Error("no item");
      return item;
    },
  };
}

/** How many bytes the writing took. */
function cost(doc: Y.Doc, wanted: WantedItem): number {
  let bytes = 0;
  const count = (update: Uint8Array) => (bytes += update.length);
  doc.on("update", count);
  doc.transact(() => writeItem(doc, "r1", wanted));
  doc.off("update", count);
  return bytes;
}

describe("making an item say what is wanted", () => {
  it("changes what is named and leaves everything else", () => {
    const { doc, item } = aRequirement();
    const before = item();
    writeItem(doc, "r1", {
      fields: { statement: richTextFromPlain("Show the day of the visit.") },
      priority: "should",
      raisedBy: ["hackney", "southwark"],
    });
    expect(item()).toEqual({
      ...before,
      fields: { ...before.fields, statement: richTextFromPlain("Show the day of the visit.") },
      priority: "should",
      raisedBy: ["hackney", "southwark"],
    });
  });

  it("writes nothing at all when the item says it already", () => {
    const { doc, item } = aRequirement();
    expect(cost(doc, item())).toBe(0);
  });

  it("adds a variation that is not there, and empties none that is not named", () => {
    const { doc, item } = aRequirement();
    const text = richTextFromPlain("By text message.");
    writeItem(doc, "r1", { variations: [{ key: "hackney:v2", boroughId: "hackney", text }] });
    expect(item().variations.map(({ key }) => key)).toEqual(["camden:v1", "hackney:v2"]);
    writeItem(doc, "r1", {
      variations: [{ key: "camden:v1", boroughId: "camden", text: emptyRichText }],
    });
    expect(item().variations[0]?.text).toEqual(emptyRichText);
    expect(item().variations[1]?.text).toEqual(text);
  });

  it("takes an item out and puts it back, with where it came from", () => {
    const { doc, item } = aRequirement();
    const origin = { title: "Repairs 2025", reference: "R-12" };
    writeItem(doc, "r1", { removed: { why: "Twice" }, origin, extra: { Owner: "Estates" } });
    expect(item()).toMatchObject({
      removed: { why: "Twice" },
      origin,
      extra: { Owner: "Estates" },
    });
    writeItem(doc, "r1", { removed: null });
    expect(item().removed).toBeNull();
  });

  it("ignores a field that the kind has not, and says that there is no such item", () => {
    const { doc, item } = aRequirement();
    const before = item();
    writeItem(doc, "r1", { fields: { soThat: richTextFromPlain("lost") } });
    expect(item()).toEqual(before);
    expect(writeItem(doc, "r2", { priority: "could" })).toBe(false);
  });

  it(`says exactly what is wanted, whatever it said (seed ${seed})`, () => {
    fc.assert(
      fc.property(
        fc.record({ statement: someText, measure: someText, rationale: someText }),
        someText,
        fc.constantFrom(null, ...allPriorities),
        (fields, notes, priority) => {
          const { doc, item } = aRequirement();
          const wanted = { fields, notes, priority };
          doc.transact(() => writeItem(doc, "r1", wanted));
          const now = item();
          expect(now.priority).toBe(priority);
          expect(evenOut(now.notes)).toEqual(evenOut(notes));
          for (const [name, text] of Object.entries(fields))
            expect(evenOut(now.fields[name] ?? emptyRichText)).toEqual(evenOut(text));
          expect(cost(doc, wanted)).toBe(0);
        },
      ),
      { seed, numRuns: 100 },
    );
  });
});
