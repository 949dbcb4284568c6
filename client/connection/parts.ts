/**
 * How a long statement is divided to be shown a part at a time: by its sections, as wide ones as one page
 * carries. Pure. Promises that every item stands in exactly one part, in order.
 */
import type { Item } from "../../shared/items.ts";
import { wholeStatement } from "./item-address.ts";

export interface Part {
  /** The section it begins with; null for what stands before the first section. */
  readonly sectionId: string | null;
  /** At least one, the section's own among them. */
  readonly ids: readonly string[];
}

/** A page carries this many items with ease (decision 28). */
export const mostAtOnce = 5_000;
/** A section with more is divided at the sections inside it, where it has any. */
const mostTogether = 1_500;
const deepest = 3;

/**
 * Whether a page shows a part of them. What is found stands in any section: only very many of it are divided.
 * @param asked the section that the address asks for, `wholeStatement`, or null
 */
export function showsByPart(asked: string | null, isFiltered: boolean, count: number): boolean {
  if (asked === wholeStatement) return false;
  return count > mostAtOnce || (asked !== null && !isFiltered);
}

/** @param ids of the items that are shown, in order */
export function partsOf(
  ids: readonly string[],
  item: (id: string) => Pick<Item, "kind" | "level"> | undefined,
): readonly Part[] {
  const levelOf = (id: string): number | null => {
    const found = item(id);
    return found?.kind === "section" ? found.level : null;
  };
  return joinTitles(divide(ids, 1, levelOf), levelOf).map((part) => {
    const [first = ""] = part;
    return { sectionId: levelOf(first) === null ? null : first, ids: part };
  });
}

type LevelOf = (id: string) => number | null;

function divide(ids: readonly string[], level: number, levelOf: LevelOf): readonly string[][] {
  const parts: string[][] = [];
  for (const id of ids) {
    const begins = (levelOf(id) ?? deepest + 1) <= level;
    const last = parts.at(-1);
    if (begins || !last) parts.push([id]);
    else last.push(id);
  }
  if (level >= deepest) return parts;
  return parts.flatMap((part) =>
    part.length > mostTogether ? divide(part, level + 1, levelOf) : [part],
  );
}

/** A title with nothing under it but deeper sections stands above the first of them, as it does in the whole. */
function joinTitles(parts: readonly string[][], levelOf: LevelOf): readonly string[][] {
  const joined: string[][] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    const isOnlyTitles = last?.every((id) => levelOf(id) !== null) ?? false;
    const isInside = (levelOf(part[0] ?? "") ?? 0) > (levelOf(last?.at(-1) ?? "") ?? deepest);
    if (last && isOnlyTitles && isInside) last.push(...part);
    else joined.push([...part]);
  }
  return joined;
}
