/** Who wrote what: updates of several people come to a story that an officer could read. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { mostBegun } from "../../server/history/sittings.ts";
import { sittingMs, type StoredEdit } from "../../server/store/history-store.ts";
import { addItem, itemsOf, readItem } from "../../shared/items.ts";
import { plainText } from "../../shared/plain-text.ts";
import type { RichText } from "../../shared/rich-text.ts";
import { Written } from "./written.ts";

function wordsIn(value: unknown): unknown {
  return typeof value === "object" && value !== null && "content" in value
    ? plainText(value as RichText)
    : value;
}

/** "ada field:statement: before → after". */
function lines(edits: readonly StoredEdit[]): string[] {
  return edits
    .filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after))
    .map(
      ({ personId, itemId, part, before, after }) =>
        `${personId} ${itemId} ${part}: ${String(wordsIn(before))} → ${String(wordsIn(after))}`,
    );
}

const made = ["ada r1 made: null → requirement", "ada r2 made: null → requirement"];

describe("the story of a text", () => {
  it("has one edit for what one person types in one sitting", () => {
    const written = new Written();
    for (const letter of "Calls") written.types("ben", letter);
    written.wait(9);
    written.types("ben", " are answered");
    expect(lines(written.story())).toEqual([
      ...made,
      "ben r1 field:statement:  → Calls are answered",
    ]);
  });

  it("tells the morning's writing from the afternoon's", () => {
    const written = new Written();
    written.types("ben", "Calls");
    written.wait(11);
    written.types("ben", " are answered");
    expect(lines(written.story()).slice(2)).toEqual([
      "ben r1 field:statement:  → Calls",
      "ben r1 field:statement: Calls → Calls are answered",
    ]);
  });

  it("tells people in the same sentence apart, in turns", () => {
    const written = new Written();
    written.types("ben", "Calls ");
    written.types("cleo", "must ");
    written.types("ben", "be answered");
    expect(lines(written.story()).slice(2)).toEqual([
      "ben r1 field:statement:  → Calls ",
      "cleo r1 field:statement: Calls  → Calls must ",
      "ben r1 field:statement: Calls must  → Calls must be answered",
    ]);
  });

  it("has an edit of several people when more turns are taken in a sitting than anybody would read", () => {
    const written = new Written();
    for (let turn = 0; turn < mostBegun + 5; turn += 1)
      written.types(["ben", "cleo", "dan", "eve"][turn % 4] ?? "", `${turn} `);
    const edits = written.story().filter(({ part }) => part === "field:statement");
    expect(edits).toHaveLength(mostBegun);
    expect(edits.map(({ others }) => others.length)).toEqual(
      edits.map((_, index) => (index === mostBegun - 1 ? 3 : 0)),
    );
    const last = edits.at(-1);
    expect([last?.personId, ...(last?.others ?? [])]).toEqual(["eve", "ben", "cleo", "dan"]);
    expect(wordsIn(last?.after)).toMatch(/^0 1 .* 16 $/);

    // Ten minutes after the first of them began there is room again.
    written.wait(11);
    written.types("ben", "later");
    const after = written.story().filter(({ part }) => part === "field:statement");
    expect(after).toHaveLength(mostBegun + 1);
    expect(after.at(-1)).toMatchObject({ personId: "ben", others: [] });
  });

  it("has what is no text: priority, taken out and put back, moved, whose it is", () => {
    const written = new Written();
    written.sets("ben", "priority", "should");
    written.sets("ben", "removed", { why: "Covered by law." });
    written.wait(20);
    written.sets("cleo", "removed", null);
    written.sets("cleo", "order", "a3");
    written.act("cleo", (doc) => {
      const raisedBy = itemsOf(doc).get("r1")?.get("raisedBy");
      if (raisedBy instanceof Y.Map) raisedBy.set("hackney", true);
    });
    expect(lines(written.story()).slice(2)).toEqual([
      "ben r1 priority: must → should",
      "ben r1 removed: null → Covered by law.",
      "cleo r1 removed: Covered by law. → null",
      "cleo r1 place: a1 → a3",
      "cleo r1 raisedBy:  → hackney",
    ]);
  });

  it("begins when somebody brings an item in, not when the page prepares it", () => {
    const written = new Written();
    written.act("ben", (doc) => {
      addItem(doc, { id: "r3", kind: "requirement", order: "a4", removed: { why: "" } });
    });
    written.sets("ben", "removed", null, "r3");
    expect(lines(written.story()).slice(2)).toEqual(["ben r3 made: null → requirement"]);
  });

  it("keeps nothing of what was taken back in the same sitting", () => {
    const written = new Written();
    written.types("ben", "Calls");
    written.takesOut("ben", 5);
    expect(lines(written.story())).toEqual(made);
  });
});

const anAct = fc.record({
  person: fc.constantFrom("ada", "ben", "cleo"),
  item: fc.constantFrom("r1", "r2"),
  act: fc.constantFrom("types", "takes out", "priority", "moves", "waits"),
  size: fc.integer({ min: 1, max: 12 }),
});

function perform(
  written: Written,
  acts: readonly { person: string; item: string; act: string; size: number }[],
): void {
  for (const [number, { person, item, act, size }] of acts.entries()) {
    if (act === "types") written.types(person, `${number} `.repeat(size), item);
    else if (act === "takes out") written.takesOut(person, size, item);
    else if (act === "priority")
      written.sets(person, "priority", size > 6 ? "must" : "could", item);
    else if (act === "moves") written.sets(person, "order", `a${size}`, item);
    else written.wait(size);
  }
}

/** Edits that do not begin with what the one before came to; parts that the last edit does not leave as they are today. */
function breaksIn(written: Written): readonly unknown[] {
  const latest = new Map<string, string>();
  const breaks = written.story().filter(({ itemId, part, before, after }) => {
    const known = latest.get(`${itemId} ${part}`);
    latest.set(`${itemId} ${part}`, JSON.stringify(after));
    return known !== undefined && known !== JSON.stringify(before);
  });
  const today = ["r1", "r2"].flatMap((id) => {
    const item = readItem(id, itemsOf(written.doc).get(id));
    return [
      [`${id} field:statement`, JSON.stringify(item?.fields["statement"])],
      [`${id} priority`, JSON.stringify(item?.priority)],
    ] as const;
  });
  const other = today.filter(([key, now]) => latest.has(key) && latest.get(key) !== now);
  return [...breaks, ...other];
}

describe("for any writing", () => {
  it("the story leads to today's text, each edit from what the one before came to", () => {
    fc.assert(
      fc.property(fc.array(anAct, { maxLength: 40 }), (acts) => {
        const written = new Written();
        perform(written, acts);
        expect(breaksIn(written)).toEqual([]);
      }),
    );
  });

  it("is the same story wherever snapshots were made", () => {
    fc.assert(
      fc.property(
        fc.array(anAct, { maxLength: 30 }),
        fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 4 }),
        (acts, cuts) => {
          const written = new Written();
          perform(written, acts);
          const within = cuts.filter((cut) => cut < written.rows.length);
          const bare = (edits: readonly StoredEdit[]) =>
            edits.map((edit) => ({ ...edit, id: null })).toSorted(byPart);
          expect(bare(written.story(within))).toEqual(bare(written.story()));
        },
      ),
    );
  });
});

const aCrowdsAct = fc.record({
  person: fc.constantFrom("ada", "ben", "cleo", "dan", "eve"),
  item: fc.constant("r1"),
  act: fc.oneof(
    { arbitrary: fc.constantFrom("types", "types", "takes out", "priority"), weight: 10 },
    { arbitrary: fc.constant("waits"), weight: 1 },
  ),
  size: fc.integer({ min: 1, max: 12 }),
});

describe("for any crowd", () => {
  const crowd = fc.array(aCrowdsAct, { minLength: 20, maxLength: 70 });

  it("no part begins more edits in a sitting than can be read", () => {
    fc.assert(
      fc.property(crowd, (acts) => {
        const written = new Written();
        perform(written, acts);
        const byPart = Map.groupBy(written.story(), ({ itemId, part }) => `${itemId} ${part}`);
        const crowded = [...byPart.values()].flatMap((edits) =>
          edits.filter(({ from }, index) => {
            const before = edits[index - mostBegun];
            return before && Date.parse(from) - Date.parse(before.from) <= sittingMs;
          }),
        );
        expect(crowded).toEqual([]);
      }),
    );
  });

  it("the story leads to today's text, also when a part is the crowd's no longer", () => {
    fc.assert(
      fc.property(crowd, crowd, (acts, later) => {
        const written = new Written();
        perform(written, acts);
        written.wait(11);
        perform(written, later);
        expect(breaksIn(written)).toEqual([]);
      }),
    );
  });

  it("is the same story wherever snapshots were made, be it after each change", () => {
    const all = Array.from({ length: 71 }, (_, index) => index + 1);
    fc.assert(
      fc.property(
        crowd,
        fc.oneof(fc.array(fc.integer({ min: 1, max: 70 }), { maxLength: 4 }), fc.constant(all)),
        (acts, cuts) => {
          const written = new Written();
          perform(written, acts);
          const within = cuts.filter((cut) => cut < written.rows.length);
          const bare = (edits: readonly StoredEdit[]) =>
            edits.map((edit) => ({ ...edit, id: null })).toSorted(byPart);
          expect(bare(written.story(within))).toEqual(bare(written.story()));
        },
      ),
    );
  });
});

/** Edits of different parts may be kept in another order; those of one part may not. */
function byPart(a: StoredEdit, b: StoredEdit): number {
  return `${a.itemId} ${a.part}`.localeCompare(`${b.itemId} ${b.part}`);
}
