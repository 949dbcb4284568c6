/** How a statement's text lies in the document, and that reading it never throws. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { allKinds, itemKinds } from "../../shared/item-kinds.ts";
import {
  addItem,
  addVariation,
  fragmentOf,
  itemHasWords,
  itemsOf,
  readItem,
  readItems,
  textOf,
} from "../../shared/items.ts";
import { plainText } from "../../shared/plain-text.ts";
import { richTextFromPlain } from "../../shared/rich-text.ts";
import {
  canDiffer,
  variationField,
  variationKey,
  variationKeyOf,
  variationsShown,
} from "../../shared/variations.ts";

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
    typeInto(ada, "iNeed", "by phone ");
    typeInto(ben, "iNeed", "online ");
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

describe("what differs for a borough", () => {
  const key = variationKey("tower-hamlets", "V1StGXR8_Z5jdHi6B-myT");

  it("lies beside the item's fields and is found by its own name", () => {
    const doc = new Y.Doc();
    addItem(doc, need);
    expect(addVariation(doc, "n1", key)).toBe(true);
    expect(addVariation(doc, "none", key)).toBe(false);
    typeInto(doc, variationField(key), "by post too");
    const [item] = readItems(doc);
    expect(item?.variations).toMatchObject([{ key, boroughId: "tower-hamlets" }]);
    const text = item && textOf(item, variationField(key));
    expect(text && plainText(text)).toBe("by post too");
    expect(item && textOf(item, variationField("hackney:none"))).toBeUndefined();
    expect(fragmentOf(doc, "n1", variationField("hackney:none"))).toBeNull();
    expect(variationKeyOf("iNeed")).toBeNull();
  });

  it("stays with its words when it is added a second time", () => {
    const doc = new Y.Doc();
    addItem(doc, need);
    addVariation(doc, "n1", key);
    typeInto(doc, variationField(key), "by post too");
    addVariation(doc, "n1", key);
    expect(readItems(doc).flatMap((item) => variationsShown(item)).length).toBe(1);
  });

  it("is there only while it has words, and makes an item one that has some", () => {
    const doc = new Y.Doc();
    addItem(doc, { ...need, fields: {} });
    addVariation(doc, "n1", key);
    const shown = (): number => readItems(doc).flatMap((item) => variationsShown(item)).length;
    expect([shown(), ...readItems(doc).map(itemHasWords)]).toEqual([0, false]);
    typeInto(doc, variationField(key), "by post too");
    expect([shown(), ...readItems(doc).map(itemHasWords)]).toEqual([1, true]);
  });

  it("has a place in every kind of item but a section", () => {
    expect(allKinds.filter((kind) => !canDiffer(kind))).toEqual(["section"]);
  });

  it("keeps what somebody types into one that another empties at the same time", () => {
    const ada = new Y.Doc();
    addItem(ada, need);
    addVariation(ada, "n1", key);
    typeInto(ada, variationField(key), "by post");
    const ben = new Y.Doc();
    Y.applyUpdate(ben, Y.encodeStateAsUpdate(ada));
    textIn(ada, variationField(key)).delete(0, "by post".length);
    textIn(ben, variationField(key)).insert("by post".length, " too");
    Y.applyUpdate(ada, Y.encodeStateAsUpdate(ben));
    const [item] = readItems(ada);
    expect(item && variationsShown(item).map(({ text }) => plainText(text))).toEqual([" too"]);
  });
});

function typeInto(doc: Y.Doc, field: string, words: string): void {
  textIn(doc, field).insert(0, words);
}

function textIn(doc: Y.Doc, field: string): Y.XmlText {
  const paragraph = fragmentOf(doc, "n1", field)?.get(0);
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new Error(`there is no ${field}`);
  return text;
}

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
