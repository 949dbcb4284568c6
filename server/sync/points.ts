/**
 * Points of a statement, as the database gives them. Every commit that changes something comes one beat
 * further, or some entries, or both; so two points of a statement are never further each in one of them.
 */
import type { Point } from "../store/text-store.ts";

/** How much a commit adds. */
interface Added {
  readonly updates: { readonly length: number };
  readonly entries: { readonly length: number };
}

export function isReached({ beat, entry }: Point, by: Point): boolean {
  return beat <= by.beat && entry <= by.entry;
}

/** Whether what was added up to `point` follows `from`. */
export function isNext(point: Point, added: Added, from: Point): boolean {
  const { beat, entry } = pointBefore(point, added);
  return beat === from.beat && entry === from.entry;
}

/** Tells which commit follows which: the sum at the end of one is the sum before the next. */
export function sumBefore(point: Point, added: Added): number {
  const { beat, entry } = pointBefore(point, added);
  return beat + entry;
}

function pointBefore({ beat, entry }: Point, { updates, entries }: Added): Point {
  return { beat: beat - (updates.length > 0 ? 1 : 0), entry: entry - entries.length };
}
