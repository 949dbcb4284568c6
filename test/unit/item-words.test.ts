/** How items are named and said in few words, beside conversations and in the need chooser. */
import { describe, expect, it } from "vitest";
import { itemName, itemSentence } from "../../client/words/item-words.ts";
import { needOptions } from "../../client/record-panel/need-options.ts";
import type { Item } from "../../shared/items.ts";
import { emptyRecord } from "../../shared/record-state.ts";
import { emptyRichText, richTextFromPlain } from "../../shared/rich-text.ts";
import { ada, Said } from "./said.ts";

function item(kind: Item["kind"], fields: Record<string, string>): Item {
  return {
    id: "x",
    kind,
    order: "a0V",
    priority: null,
    level: 1,
    raisedBy: [],
    aliases: [],
    removed: null,
    fields: Object.fromEntries(
      Object.entries(fields).map(([name, text]) => [name, richTextFromPlain(text)]),
    ),
    notes: emptyRichText,
    variations: [],
    origin: null,
    extra: {},
  };
}

describe("a need in one sentence", () => {
  it.each([
    [
      { asA: "tenant", iNeed: "report a leak", soThat: "it is mended" },
      "As a tenant, I need to report a leak so that it is mended",
    ],
    [{ asA: "", iNeed: "report a leak", soThat: "" }, "I need to report a leak"],
    // Kept whole by an import because it could not be taken apart.
    [{ iNeed: "I need to report a leak" }, "I need to report a leak"],
    [{ iNeed: "first line\n\nsecond line" }, "I need to first line second line"],
    [{}, ""],
  ])("%j is %j", (fields, expected) => {
    expect(itemSentence(item("need", fields as Record<string, string>))).toBe(expected);
  });
});

describe("an item's name", () => {
  it("is its reference, or what it is while it has none", () => {
    const record = { ...emptyRecord, references: new Map([["x", "R-12"]]) };
    expect(itemName(item("requirement", {}), record, "x")).toBe("R-12");
    expect(itemName(item("requirement", {}), emptyRecord, "x")).toBe("new requirement");
    expect(itemName(item("section", { title: "Reporting" }), emptyRecord, "x")).toBe("“Reporting”");
    expect(itemName(item("text", { body: "Words" }), emptyRecord, "x")).toBe("text");
    expect(itemName(undefined, emptyRecord, "x")).toBe("an item");
  });
});

describe("the needs to choose from", () => {
  it("are those with words that are taken forward, each with its state", () => {
    const statement = new Said({
      n1: "report a leak",
      n2: "see who comes",
      n3: "gone",
      r1: "Calls.",
    });
    statement.meet(ada, "r1", "n1");
    statement.remove("n3");
    const items = statement.items.order().flatMap((id) => statement.items.item(id) ?? []);
    expect(needOptions(items, statement.record.state())).toMatchObject([
      {
        id: "n1",
        reference: "N-1",
        sentence: "I need to report a leak",
        state: "Covered",
        isOpen: false,
      },
      { id: "n2", reference: "N-2", state: "Not covered", isOpen: true },
    ]);
  });
});
