/** A statement read as one borough's: with what differs for it, without what does not apply to it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { itemsAs } from "../../shared/as-borough.ts";
import type { ItemKind } from "../../shared/item-kinds.ts";
import type { Item } from "../../shared/items.ts";
import { plainText } from "../../shared/plain-text.ts";
import type { Position, Stance } from "../../shared/position.ts";
import { richTextFromPlain } from "../../shared/rich-text.ts";
import { seenOf } from "../../shared/seen.ts";
import { variationKey } from "../../shared/variations.ts";
import { anItem } from "./commands/a-statement.ts";

const stance = { agrees: "agree", no: "does-not-apply", objects: "object" } as const;

/** Reads a statement that is written as a list, one item a line: see the tables below. */
function read(lines: string, boroughId = "hackney"): string[] {
  const { items, positions } = statement(lines);
  const { items: shown, ...said } = itemsAs(items, { positions }, boroughId);
  const rows = shown.map(({ id, variations }) =>
    [id, ...variations.map(({ text }) => plainText(text))].join(" + "),
  );
  const notes = Object.entries(said).flatMap(([name, ids]) =>
    ids.length > 0 ? [`${name}: ${ids.join(" ")}`] : [],
  );
  return [...rows, ...notes];
}

describe("a statement read as Hackney's", () => {
  it("has the common text, with what differs for Hackney and not what differs for others", () => {
    const lines = `
      # Repairs
      R-1
      R-2   hackney: by phone too   camden: online only
      R-3   camden: within a day`;
    expect(read(lines)).toEqual(["# Repairs", "R-1", "R-2 + by phone too", "R-3", "differ: R-2"]);
    expect(read(lines, "camden")).toEqual([
      "# Repairs",
      "R-1",
      "R-2 + online only",
      "R-3 + within a day",
      "differ: R-2 R-3",
    ]);
    expect(read(lines, "southwark")).toEqual(["# Repairs", "R-1", "R-2", "R-3"]);
  });

  it("has all that differs for it, also where an item has two, and none without words", () => {
    expect(read("R-1   hackney: by phone too   hackney: on Sundays   hackney:")).toEqual([
      "R-1 + by phone too + on Sundays",
      "differ: R-1",
    ]);
  });

  it("leaves out what does not apply to Hackney, and nothing that others say", () => {
    const lines = `
      # Repairs
      R-1   hackney no
      R-2   camden no   hackney agrees
      R-3   hackney objects`;
    expect(read(lines)).toEqual(["# Repairs", "R-2", "R-3", "leftOut: R-1"]);
    expect(read(lines, "southwark")).toEqual(["# Repairs", "R-1", "R-2", "R-3"]);
  });

  it("shows an item again whose words changed since Hackney said that it does not apply", () => {
    expect(read("R-1   hackney no, then changed")).toEqual(["R-1", "changedSince: R-1"]);
  });

  it("leaves out a section when nothing in it is left, and keeps one that was empty before", () => {
    const lines = `
      # Leaseholders
      R-1   hackney no
      # Data
      ## Formats
      R-2   hackney no
      ## To be written
      # Repairs
      ## Roofs
      R-3   hackney no
      R-4`;
    expect(read(lines)).toEqual([
      "## To be written",
      "# Repairs",
      "## Roofs",
      "R-4",
      "leftOut: R-1 R-2 R-3",
    ]);
  });

  it("has nothing that is not taken forward", () => {
    expect(read("R-1   removed   hackney: by phone too\nR-2   removed   hackney no")).toEqual([]);
  });

  it("keeps every item once, in order, either in the text or among those left out", () => {
    const says = fc.array(
      fc.record({
        kind: fc.constantFrom<ItemKind>("section", "requirement", "text"),
        level: fc.integer({ min: 1, max: 3 }),
        stance: fc.option(fc.constantFrom<Stance>("agree", "does-not-apply", "object")),
        isChanged: fc.boolean(),
        removed: fc.option(fc.constant({ why: "" })),
        differs: fc.array(fc.tuple(fc.constantFrom("hackney", "camden"), fc.string())),
      }),
    );
    fc.assert(
      fc.property(says, (rows) => {
        const positions = new Map<string, ReadonlyMap<string, Position>>();
        const items = rows.map(({ kind, level, stance: said, isChanged, removed, differs }, at) => {
          const id = `i${at}`;
          const item: Item = {
            ...anItem(id, kind, "words"),
            level,
            removed,
            variations: differs.map(([boroughId, words], place) => ({
              key: variationKey(boroughId, String(place)),
              boroughId,
              text: richTextFromPlain(words),
            })),
          };
          const before = isChanged ? anItem(id, kind, "other words") : item;
          if (said !== null) positions.set(id, new Map([["hackney", position(said, before)]]));
          return item;
        });
        const {
          items: shown,
          leftOut,
          differ,
          changedSince,
        } = itemsAs(items, { positions }, "hackney");
        const ids = items.filter((item) => !item.removed).map(({ id }) => id);
        const isSection = new Set(items.filter(({ kind }) => kind === "section").map((i) => i.id));
        const here = shown.map(({ id }) => id);
        expect(here).toEqual(ids.filter((id) => here.includes(id)));
        expect([...here, ...leftOut].filter((id) => !isSection.has(id)).toSorted()).toEqual(
          ids.filter((id) => !isSection.has(id)).toSorted(),
        );
        expect(shown.flatMap(({ variations }) => variations).map((one) => one.boroughId)).toEqual(
          shown.flatMap(({ variations }) => variations).map(() => "hackney"),
        );
        for (const id of [...differ, ...changedSince]) expect(leftOut.includes(id), id).toBe(false);
      }),
    );
  });
});

function statement(lines: string): {
  items: Item[];
  positions: Map<string, ReadonlyMap<string, Position>>;
} {
  const positions = new Map<string, ReadonlyMap<string, Position>>();
  const items = lines
    .trim()
    .split("\n")
    .map((line): Item => {
      const [id = "", ...parts] = line.trim().split(/ {3,}/);
      const hashes = /^#+/.exec(id)?.[0].length ?? 0;
      const item: Item = {
        ...anItem(id, hashes > 0 ? "section" : "requirement", id),
        level: Math.max(1, hashes),
        removed: parts.includes("removed") ? { why: "later" } : null,
        variations: parts.flatMap((part, at) => {
          const [, boroughId, words = ""] = /^(\w+):\s?(.*)$/.exec(part) ?? [];
          if (boroughId === undefined) return [];
          const key = variationKey(boroughId, String(at));
          return [{ key, boroughId, text: richTextFromPlain(words) }];
        }),
      };
      const said = parts.flatMap((part): [string, Position][] => {
        const [, boroughId, word, then] = /^(\w+) (agrees|no|objects)(.*)$/.exec(part) ?? [];
        if (boroughId === undefined) return [];
        const before = then === "" ? item : { ...item, ...anItem(id, "requirement", "else") };
        return [[boroughId, position(stance[word as keyof typeof stance], before, boroughId)]];
      });
      positions.set(id, new Map(said));
      return item;
    });
  return { items, positions };
}

function position(said: Stance, seen: Item, boroughId = "hackney"): Position {
  const deed = { personId: "p", boroughId, at: "2026-05-14T09:00:00.000Z", number: 1 };
  const words = { words: "", priority: null, threadId: null };
  return { ...deed, ...words, stance: said, seen: seenOf(seen, boroughId), confirmed: deed };
}
