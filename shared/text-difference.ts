/** What changed between two texts, in words. Promises the words exactly; white space may be evened out. */
import { diffWords } from "diff";

/** A stretch of words: still there, gone, or new. */
export interface Piece {
  readonly state: "same" | "gone" | "new";
  readonly text: string;
}

/** Beyond this many changed words the texts count as different from end to end (it bounds the work). */
const mostChanges = 1_000;

/** The pieces in reading order; what went stands before what came. */
export function differenceOf(before: string, after: string): readonly Piece[] {
  if (before === after) return before === "" ? [] : [{ state: "same", text: before }];
  const changes = diffWords(before, after, { maxEditLength: mostChanges }) ?? [
    { value: before, removed: true, added: false },
    { value: after, removed: false, added: true },
  ];
  return changes
    .filter(({ value }) => value !== "")
    .map(({ value, removed, added }) => ({
      state: removed ? "gone" : added ? "new" : "same",
      text: value,
    }));
}
