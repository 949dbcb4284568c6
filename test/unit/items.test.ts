/** How a statement's text lies in the document, and that reading it never throws. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { allKinds, itemKinds } from "../../shared/item-kinds.ts";
import {
  addItem,
  fragmentOf,
  itemHasWords,
  itemsOf,
  readItem,
  readItems,
} from "../../shared/items.ts";
import { plainText } from "../../shared/plain-text.ts";
import { richTextFromPlain } from "../../shared/rich-text.ts";

const need = {
  id: "n1",
  kind: "need",
  order: "a0V",
  priority: "must",
  raisedBy: ["hackney", "camden"],
  aliases: ["OLD-7"],
  fields: { iNeed: richTextFromPlain("report a leak by phone") },
} as const;

describe("an item", () => {
  it("is made with every field of its kind, so that two people never make the same one", () => {
    for (const kind of allKinds) {
      const doc = new Y.Doc();
      addItem(doc, { id: "a", kind, order: "a0V" });
      for (const field of itemKinds[kind].fields) {
        expect(fragmentOf(doc, "a", field.name)?.length, `${kind}.${field.name}`).toBe(1);
      }
    }
  });

  it("is read back as it was written", () => {
    const doc = new Y.Doc();
    addItem(doc, need);
    const item = readItem("n1", itemsOf(doc).get("n1"));
    expect(item).toMatchObject({
      kind: "need",
      priority: "must",
      raisedBy: ["camden", "hackney"],
      aliases: ["OLD-7"],
      removed: null,
    });
    expect(item && plainText(item.fields["iNeed"] ?? richTextFromPlain(""))).toBe(
      "report a leak by phone",
    );
  });

  it("has words only once somebody wrote some", () => {
    const doc = new Y.Doc();
    addItem(doc, { ...need, fields: {} });
    expect(readItems(doc).map(itemHasWords)).toEqual([false]);
    addItem(doc, need);
    expect(readItems(doc).map(itemHasWords)).toEqual([true]);
  });

  it("keeps both people's letters when they type into an empty field at once", () => {
    const ada = new Y.Doc();
    addItem(ada, { ...need, fields: {} });
    const ben = new Y.Doc();
    Y.applyUpdate(ben, Y.encodeStateAsUpdate(ada));
    for (const [doc, words] of [
      [ada, "by phone "],
      [ben, "online "],
    ] as const) {
      const paragraph = fragmentOf(doc, "n1", "iNeed")?.get(0);
      const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
      if (text instanceof Y.XmlText) text.insert(0, words);
    }
    Y.applyUpdate(ada, Y.encodeStateAsUpdate(ben));
    const words = plainText(readItems(ada)[0]?.fields["iNeed"] ?? richTextFromPlain(""));
    expect(["by phone online ", "online by phone "]).toContain(words);
  });

  it("is read without throwing whatever lies in its place", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue(), (values, lone) => {
        const doc = new Y.Doc();
        const map = new Y.Map<unknown>(Object.entries(values));
        map.set("kind", "need");
        itemsOf(doc).set("odd", map);
        expect(readItem("odd", itemsOf(doc).get("odd"))?.kind).toBe("need");
        expect(readItem("odd", lone)).toBeNull();
      }),
    );
  });
});

describe("the order of items", () => {
  it("is by order, then by id where two are the same", () => {
    const doc = new Y.Doc();
    for (const [id, order] of [
      ["c", "a1V"],
      ["b", "a0V"],
      ["a", "a1V"],
    ] as const) {
      addItem(doc, { id, kind: "text", order });
    }
    expect(readItems(doc).map((item) => item.id)).toEqual(["b", "a", "c"]);
  });
});
