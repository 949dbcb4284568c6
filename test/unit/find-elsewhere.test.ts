/** Finding items of other statements: by reference and by words, in what was stored. */
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { findRows, type RowsOfStatement } from "../../server/exchange/elsewhere/find-rows.ts";
import { rowsOf, type FoundKind } from "../../server/exchange/elsewhere/rows-of.ts";
import { addItem, itemsOf, type NewItem } from "../../shared/items.ts";
import { richTextFromPlain } from "../../shared/rich-text.ts";

function section(id: string, order: string, title: string): NewItem {
  return { id, kind: "section", order, fields: { title: richTextFromPlain(title) } };
}

function requirement(id: string, order: string, words: string, more = {}): NewItem {
  const fields = { statement: richTextFromPlain(words) };
  return { id, kind: "requirement", order, priority: "must", fields, ...more };
}

function stored(items: readonly NewItem[], later: (doc: Y.Doc) => void = () => {}) {
  const doc = new Y.Doc();
  for (const item of items) addItem(doc, item);
  const snapshot = Y.encodeStateAsUpdate(doc);
  const updates: Uint8Array[] = [];
  doc.on("update", (bytes: Uint8Array) => updates.push(bytes));
  later(doc);
  return {
    snapshot,
    updates,
    references: [
      ["a", "R-1"],
      ["b", "R-12"],
      ["n", "N-1"],
    ] as const,
  };
}

const need: NewItem = {
  id: "n",
  kind: "need",
  order: "a5V",
  priority: "should",
  fields: {
    asA: richTextFromPlain("tenant"),
    iNeed: richTextFromPlain("report a leak"),
    soThat: richTextFromPlain("it is stopped"),
    evidence: richTextFromPlain("Heard in the café in Peckham."),
  },
};

const repairs = [
  section("s", "a1V", "Reporting a repair"),
  requirement("a", "a2V", "The supplier answers the phone at any hour."),
  requirement("b", "a3V", "Operatives wear a badge.", { aliases: ["SPEC-7"] }),
  need,
  requirement("c", "a6V", "Fax machines.", { removed: { why: "Nobody has one." } }),
  requirement("d", "a7V", ""),
];

describe("the rows of a statement", () => {
  it("are what is written and not taken out, each with its section and its sentence", () => {
    expect(rowsOf(stored(repairs))).toMatchObject([
      {
        itemId: "a",
        kind: "requirement",
        reference: "R-1",
        words: "The supplier answers the phone at any hour.",
        section: "Reporting a repair",
        priority: "must",
      },
      {
        itemId: "b",
        kind: "requirement",
        reference: "R-12",
        words: "Operatives wear a badge.",
        section: "Reporting a repair",
        priority: "must",
      },
      {
        itemId: "n",
        kind: "need",
        reference: "N-1",
        words: "As a tenant, I need to report a leak so that it is stopped",
        section: "Reporting a repair",
        priority: "should",
      },
    ]);
  });

  it("take in what was written after the snapshot", () => {
    const later = stored(repairs, (doc) => itemsOf(doc).get("a")?.set("removed", { why: "" }));
    expect(rowsOf(later).map(({ itemId }) => itemId)).toEqual(["b", "n"]);
  });

  it("are none for what cannot be read", () => {
    const broken = { snapshot: new Uint8Array([1, 2, 3]), updates: [], references: [] };
    expect(rowsOf(broken)).toEqual([]);
  });
});

describe("a search", () => {
  const statements: RowsOfStatement[] = [
    { statementId: "old", title: "Housing repairs 2025", rows: rowsOf(stored(repairs)) },
    {
      statementId: "parking",
      title: "Parking permits",
      rows: rowsOf(stored([requirement("a", "a1V", "Residents renew by phone or badge reader.")])),
    },
  ];
  const find = (words: string, kind: FoundKind | null = null, most = 50) =>
    findRows(statements, { words, kind, most }).items.map(
      ({ statementId, itemId }) => `${statementId}/${itemId}`,
    );

  const rows: readonly (readonly [words: string, found: readonly string[]])[] = [
    ["R-12", ["old/b"]],
    ["r12", ["old/b"]],
    ["phone", ["old/a", "parking/a"]],
    ["PHONE renew", ["parking/a"]],
    ["cafe peckham", ["old/n"]],
    ["spec-7", ["old/b"]],
    ["R-2", []],
    ["reporting badge", ["old/b"]],
    ["2025 leak", ["old/n"]],
    ["hone", ["old/a", "parking/a"]],
    ["fax", []],
    ["phone fax", []],
  ];
  it.each(rows)("for “%s” finds %j", (words, found) => {
    expect(find(words)).toEqual(found);
  });

  it("puts whole words before parts of words", () => {
    const parts = [
      requirement("a", "a1V", "Telephones ring."),
      requirement("b", "a2V", "The phone rings."),
    ];
    const [of] = [{ statementId: "x", title: "X", rows: rowsOf(stored(parts)) }];
    const found = findRows([of], { words: "phone", kind: null, most: 9 });
    expect(found.items.map(({ itemId }) => itemId)).toEqual(["b", "a"]);
  });

  it("finds only the kind asked for, and says how many there are in all", () => {
    expect(find("", "need")).toEqual(["old/n"]);
    const some = findRows(statements, { words: "", kind: null, most: 2 });
    expect([some.items.length, some.count]).toEqual([2, 4]);
  });
});
