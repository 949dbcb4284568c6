/**
 * The numbers that Word prints and keeps nowhere: "3.2.1", "(a)", "REQ-12". Counts as Word counts,
 * so that a clause can be found by the number that people quote.
 */
import type { NumberingUse } from "./read-styles.ts";
import { childOf, elementsOf, type XmlElement } from "./read-xml.ts";

/** A place in a list, as a reader sees it. */
export interface ListPlace {
  /** Paragraphs with the same id are one list. */
  readonly listId: string;
  /** 0 is outermost. */
  readonly level: number;
  readonly ordered: boolean;
  /** As printed: "3.2.1", "(a)"; "" for a bullet. */
  readonly label: string;
}

export interface Numbering {
  /** Counts on. @param styleId of the paragraph: a list may give its levels to styles */
  readonly place: (use: NumberingUse, styleId: string | undefined) => ListPlace | null;
}

interface Level {
  readonly format: string;
  readonly text: string;
  readonly start: number;
  readonly styleId: string | undefined;
  /** All numbers in digits, as in "1.1" under "Part I". */
  readonly legal: boolean;
}

interface List {
  /** Lists made from one pattern count on from one another. */
  readonly patternId: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly restarts: ReadonlyMap<number, number>;
}

const aBullet: Level = { format: "bullet", text: "", start: 1, styleId: undefined, legal: false };

export function readNumbering(root: XmlElement | null): Numbering {
  const lists = readLists(root);
  const counts = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();
  /** How often each level of a pattern began anew: what a reader takes for a list. */
  const times = new Map<string, number>();
  return {
    place({ numId, level: said }, styleId) {
      const list = lists.get(numId);
      if (!list) return null;
      const level = said ?? levelOfStyle(list, styleId) ?? 0;
      const { format } = list.levels.get(level) ?? aBullet;
      if (format === "none" && (list.levels.get(level)?.text ?? "") === "") return null;
      const count = counts.get(list.patternId) ?? [];
      counts.set(list.patternId, count);
      const restart = begun.has(`${numId} ${level}`) ? undefined : list.restarts.get(level);
      begun.add(`${numId} ${level}`);
      const name = `${list.patternId}.${level}`;
      const time = (times.get(name) ?? 0) + (restart === undefined ? 0 : 1);
      times.set(name, time);
      for (let at = 0; at <= level; at += 1) {
        const start = list.levels.get(at)?.start ?? 1;
        const before = count[at];
        if (at < level) count[at] = before ?? start;
        else count[at] = restart ?? (before === undefined ? start : before + 1);
      }
      count.length = level + 1;
      const ordered = format !== "bullet";
      return {
        listId: `${name}.${time}`,
        level,
        ordered,
        label: ordered ? printLabel(list, level, count) : "",
      };
    },
  };
}

function readLists(root: XmlElement | null): Map<string, List> {
  const patterns = new Map(
    elementsOf(root ?? undefined, "w:abstractNum").map((pattern) => [
      pattern.attrs["w:abstractNumId"] ?? "",
      new Map(elementsOf(pattern, "w:lvl").map(readLevel)),
    ]),
  );
  const lists = new Map<string, List>();
  for (const num of elementsOf(root ?? undefined, "w:num")) {
    const patternId = childOf(num, "w:abstractNumId")?.attrs["w:val"] ?? "";
    const levels = new Map(patterns.get(patternId));
    const restarts = new Map<number, number>();
    for (const override of elementsOf(num, "w:lvlOverride")) {
      const own = childOf(override, "w:lvl");
      if (own) levels.set(...readLevel(own));
      const start = childOf(override, "w:startOverride")?.attrs["w:val"];
      if (start !== undefined)
        restarts.set(Number(override.attrs["w:ilvl"] ?? 0), Number(start) || 1);
    }
    lists.set(num.attrs["w:numId"] ?? "", { patternId, levels, restarts });
  }
  return lists;
}

function readLevel(element: XmlElement): [number, Level] {
  const value = (name: string): string | undefined => childOf(element, name)?.attrs["w:val"];
  return [
    Number(element.attrs["w:ilvl"] ?? 0),
    {
      format: value("w:numFmt") ?? "decimal",
      text: value("w:lvlText") ?? "",
      start: Number(value("w:start") ?? 1),
      styleId: value("w:pStyle"),
      legal: childOf(element, "w:isLgl") !== undefined,
    },
  ];
}

function levelOfStyle({ levels }: List, styleId: string | undefined): number | undefined {
  if (styleId === undefined) return undefined;
  return [...levels].find(([, level]) => level.styleId === styleId)?.[0];
}

function printLabel(
  { levels }: List,
  level: number,
  count: readonly (number | undefined)[],
): string {
  const own = levels.get(level) ?? aBullet;
  const printed = own.text.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    const format = own.legal ? "decimal" : (levels.get(at)?.format ?? "decimal");
    return printNumber(count[at] ?? 1, format);
  });
  return printed.trim();
}

function printNumber(value: number, format: string): string {
  switch (format) {
    case "lowerLetter":
      return letters(value).toLowerCase();
    case "upperLetter":
      return letters(value);
    case "lowerRoman":
      return roman(value).toLowerCase();
    case "upperRoman":
      return roman(value);
    case "decimalZero":
      return String(value).padStart(2, "0");
    case "none":
      return "";
    default:
      return String(value);
  }
}

/** A to Z, then AA, BB, as Word does. */
function letters(value: number): string {
  if (value < 1) return "";
  const letter = String.fromCharCode(65 + ((value - 1) % 26));
  return letter.repeat(Math.min(Math.floor((value - 1) / 26) + 1, 10));
}

const romans = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
] as const;

function roman(value: number): string {
  let rest = Math.min(value, 4000);
  let printed = "";
  for (const [worth, letter] of romans) {
    while (rest >= worth) {
      printed += letter;
      rest -= worth;
    }
  }
  return printed;
}
