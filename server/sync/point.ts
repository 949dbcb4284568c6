/** How far a statement comes with what is committed. */
import type { Commit, Point, StoredText } from "../store/text-store.ts";

export function pointOf({ snapshotBeat, updates, entries }: StoredText): Point {
  return {
    beat: updates.at(-1)?.beat ?? snapshotBeat,
    entry: entries.at(-1)?.number ?? 0,
  };
}

/** Where the statement is after the commit of these when nobody else writes in it meanwhile. */
export function pointAfter(
  { beat, entry }: Point,
  { updates, entries }: Pick<Commit, "updates" | "entries">,
): Point {
  return { beat: updates.length > 0 ? beat + 1 : beat, entry: entry + entries.length };
}

export function isSamePoint(one: Point, other: Point | undefined): boolean {
  return one.beat === other?.beat && one.entry === other.entry;
}
