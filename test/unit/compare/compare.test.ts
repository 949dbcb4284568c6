/** A statement at two moments, item by item. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareStatements, placesBetween } from "../../../shared/compare.ts";
import type { Comparison, ItemComparison } from "../../../shared/comparison.ts";
import type { Item } from "../../../shared/items.ts";
import { hasWords } from "../../../shared/plain-text.ts";
import { richTextFromPlain } from "../../../shared/rich-text.ts";
import { fingerprint, seenOf } from "../../../shared/seen.ts";
import { anItem, AStatement } from "../commands/a-statement.ts";
import { paragraph, words } from "../written-body.ts";
import { markedBlocks, sideOf } from "./a-difference.ts";
import { anItemSaying as says, aWhole, twoMoments } from "./a-whole.ts";

const calls = says("R-1", "The service answers calls.");
const letters = says("R-2", "The service answers letters.");
const visits = says("R-3", "The service makes visits.");
const repairs = says("S-1", "# Repairs");
const money = says("S-2", "# Money");

/** Each item that differs, in one line. */
function told(before: readonly Item[], after: readonly Item[]): string[] {
  const { items } = compareStatements(aWhole(before), aWhole(after));
  return items.map(tell);
}

function tell(item: ItemComparison): string {
  const { itemId, fate, why, movedFrom, isChanged, priority, level, raisedBy, aliases } = item;
  const parts = [
    fate === "kept" ? "" : fate,
    why,
    movedFrom &&
      `moved from ${movedFrom.section || "the beginning"}, behind ${movedFrom.after?.name ?? "nothing"}`,
    ...(isChanged ? item.fields : []).flatMap(({ label, isChanged: differs, blocks }) =>
      differs ? [`${label}: ${markedBlocks(blocks).join(" ¶ ")}`] : [],
    ),
    ...item.variations.flatMap(({ boroughId, fate: its, blocks }) =>
      its === "same" ? [] : [`differs for ${boroughId}: ${markedBlocks(blocks).join(" ¶ ")}`],
    ),
    priority.before !== priority.after &&
      `${priority.before ?? "none"} → ${priority.after ?? "none"}`,
    level.before !== level.after && `level ${level.before} → ${level.after}`,
    ...raisedBy.gone.map((borough) => `not ${borough}'s`),
    ...raisedBy.come.map((borough) => `${borough}'s`),
    ...aliases.come.map((alias) => `also ${alias}`),
    ...item.links.map(
      ({ name, before, after }) => `${name}: ${before ?? "not"} → ${after ?? "not"}`,
    ),
  ];
  return `${itemId} ${parts.filter(Boolean).join("; ")}`;
}

describe("what differs between two moments", () => {
  it("is nothing when all reads the same", () => {
    const pieces = {
      ...calls,
      fields: {
        ...calls.fields,
        statement: {
          type: "doc" as const,
          content: [paragraph(words("The service "), words("answers calls.  "))],
        },
      },
    };
    expect(told([repairs, calls], [repairs, pieces])).toEqual([]);
    expect(told([calls], [{ ...calls, order: "z", notes: richTextFromPlain("ask Ben") }])).toEqual(
      [],
    );
  });

  it("is an item that was added, and not the ones behind it", () => {
    expect(told([calls, visits], [calls, letters, visits])).toEqual(["R-2 added"]);
  });

  it("is an item that was removed, where it stood, and why", () => {
    const removed = { ...letters, removed: { why: "nobody writes" } };
    expect(
      told([calls, letters, visits], [calls, removed, visits, says("R-4", "It writes.")]),
    ).toEqual(["R-2 removed; nobody writes", "R-4 added"]);
    expect(told([calls, letters], [calls])).toEqual(["R-2 removed"]);
  });

  it("is an item that was put back, and none that was away on both sides", () => {
    const removed = { ...letters, removed: { why: "nobody writes" } };
    expect(told([calls, removed], [calls, letters])).toEqual(["R-2 put-back"]);
    expect(told([calls, removed], [calls, { ...removed, priority: "must" }])).toEqual([]);
    expect(told([calls], [calls, removed])).toEqual([]);
  });

  it("is the one item that moved, with where it stood", () => {
    expect(
      told([repairs, calls, letters, money, visits], [repairs, letters, money, visits, calls]),
    ).toEqual(["R-1 moved from Repairs, behind section “Repairs”"]);
    expect(told([calls, repairs, letters], [repairs, letters, calls])).toEqual([
      "R-1 moved from the beginning, behind nothing",
    ]);
  });

  it("is the words that changed, field by field, and what else was said of it", () => {
    const changed = says("R-1", "The service answers all calls.", {
      priority: "must",
      raisedBy: ["hackney"],
      aliases: ["4.2"],
      fields: {
        ...says("R-1", "The service answers all calls.").fields,
        measure: richTextFromPlain("Within an hour"),
      },
      variations: [
        { key: "hackney:1", boroughId: "hackney", text: richTextFromPlain("by phone too") },
      ],
    });
    expect(told([{ ...calls, raisedBy: ["camden"] }], [changed])).toEqual([
      "R-1 Requirement: The service answers {+all +}calls.; Measure: + {+Within an hour+}; differs for hackney: + {+by phone too+}; none → must; not camden's; hackney's; also 4.2",
    ]);
    expect(told([repairs], [{ ...repairs, level: 2 }])).toEqual(["S-1 level 1 → 2"]);
  });

  it("is formatting, too", () => {
    const bold = {
      ...calls,
      fields: {
        statement: {
          type: "doc" as const,
          content: [paragraph(words("The service answers "), words("calls", "bold"), words("."))],
        },
      },
    };
    expect(told([calls], [bold])).toEqual(["R-1 Requirement: The service answers <calls>."]);
  });

  it("is the links of a requirement", () => {
    const statement = new AStatement();
    const items = [
      anItem("R-1", "requirement", "It answers."),
      anItem("N-1", "need", "report a leak"),
    ];
    const before = aWhole(items, { record: statement.record });
    statement.links("cleo", "partly");
    const after = aWhole(items, { record: statement.record });
    expect(compareStatements(before, after).items.map(tell)).toEqual(["R-1 N-1: not → partly"]);
    expect(compareStatements(before, after).counts).toMatchObject({
      changed: 0,
      linked: 1,
      same: 1,
    });
    expect(compareStatements(after, before).items.map(tell)).toEqual(["R-1 N-1: partly → not"]);
  });

  it("is counted", () => {
    const before = [repairs, calls, letters, money, visits];
    const after = [
      repairs,
      { ...letters, priority: "must" as const },
      money,
      visits,
      calls,
      says("R-9", "New"),
    ];
    expect(compareStatements(aWhole(before), aWhole(after)).counts).toEqual({
      added: 1,
      removed: 0,
      putBack: 0,
      changed: 1,
      moved: 1,
      linked: 0,
      same: 3,
    });
  });

  it("is the title, and the words for priorities", () => {
    const { title, priorityWords } = compareStatements(
      aWhole([]),
      aWhole([], {
        title: "Housing repairs service",
        priorityWords: { must: "Essential", should: "Should", could: "Could", wont: "Won't" },
      }),
    );
    expect(title).toEqual([
      { state: "same", text: "Housing repairs", marks: [] },
      { state: "new", text: " service", marks: [] },
    ]);
    expect(priorityWords).toEqual([{ priority: "must", before: "Must", after: "Essential" }]);
  });
});

describe("a comparison", () => {
  it("makes the newer side of the older one", () => {
    fc.assert(
      fc.property(twoMoments, ([from, to]) => {
        const comparison = compareStatements(from, to);
        const wanted = to.items.filter(({ removed }) => removed === null);
        expect(applied(from.items, to.items, comparison).map(asRead)).toEqual(wanted.map(asRead));
      }),
      { numRuns: 100 },
    );
  });

  it("between a moment and itself is empty", () => {
    fc.assert(
      fc.property(twoMoments, ([from, to]) => {
        expect(compareStatements(from, from).items).toEqual([]);
        expect(compareStatements(to, { ...to, items: structuredClone(to.items) }).items).toEqual(
          [],
        );
      }),
    );
  });

  it("is plain data that can be sent", () => {
    fc.assert(
      fc.property(twoMoments, ([from, to]) => {
        const comparison = compareStatements(from, to);
        expect(JSON.parse(JSON.stringify(comparison))).toEqual(comparison);
      }),
    );
  });
});

/** The older side's items after all that the comparison says was done to them. */
function applied(from: readonly Item[], to: readonly Item[], { items }: Comparison): Item[] {
  const old = new Map(from.map((item) => [item.id, item]));
  const changes = new Map(items.map((item) => [item.itemId, item]));
  return placesBetween(from, to).flatMap(({ item: { id, kind }, fate }) => {
    if (fate === "removed") return [];
    const item = (fate === "added" ? undefined : old.get(id)) ?? anItem(id, kind, "");
    const change = changes.get(id);
    if (!change) return [item];
    const { fields, variations, priority, level, raisedBy } = change;
    return [
      {
        ...item,
        removed: null,
        priority: priority.after,
        level: level.after,
        raisedBy: [...raisedBy.same, ...raisedBy.come].toSorted(),
        fields: Object.fromEntries(
          fields.map(({ field, blocks }) => [field, sideOf(blocks, "gone")]),
        ),
        variations: variations.map(({ key, boroughId, blocks }) => ({
          key,
          boroughId,
          text: sideOf(blocks, "gone"),
        })),
      },
    ];
  });
}

function asRead(item: Item): unknown {
  const { id, kind, level, raisedBy, variations } = item;
  const said = variations
    .filter(({ text }) => hasWords(text))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
  return {
    id,
    kind,
    level,
    raisedBy,
    words: fingerprint(seenOf(item)),
    differs: said.map(({ key, text }) => [
      key,
      fingerprint({ priority: null, removed: false, fields: { text } }),
    ]),
  };
}
