/**
 * From one line of words to another in steps: words that stay, go and come. Promises that the steps
 * spell both lines exactly and never part a letter of two units.
 */
import { diffWordsWithSpace } from "diff";

export type LetterStep =
  | { readonly state: "same"; readonly length: number }
  | { readonly state: "gone"; readonly length: number }
  | { readonly state: "new"; readonly text: string };

/** Beyond this many changed words the lines count as different from end to end (it bounds the work). */
const mostChanges = 1_000;

/** The smallest steps: of a word that changed, the letters at its ends stay. For writing. */
export function letterSteps(from: string, to: string): readonly LetterStep[] {
  return hunksOf(from, to).flatMap(({ state, before, after }) => {
    if (state === "same") return [same(before.length)];
    const [start, end] = sharedEnds(before, after);
    return [
      same(start),
      gone(before.length - start - end),
      fresh(after.slice(start, after.length - end)),
      same(end),
    ].filter(isAnything);
  });
}

/** Steps that can be read: whole words, and what changed on both sides of a space changed together. */
export function wordSteps(from: string, to: string): readonly LetterStep[] {
  const hunks: Hunk[] = [];
  const all = hunksOf(from, to);
  for (const [at, hunk] of all.entries()) {
    const last = hunks.at(-1);
    const next = all[at + 1];
    const joins =
      last?.state === "changed" &&
      (hunk.state === "changed" || (next !== undefined && hunk.before.trim() === ""));
    if (joins) {
      const { before, after } = last;
      hunks[hunks.length - 1] = {
        state: "changed",
        before: before + hunk.before,
        after: after + hunk.after,
      };
    } else hunks.push(hunk);
  }
  return hunks.flatMap(({ state, before, after }) => {
    if (state === "same") return [same(before.length)];
    const [start, end] = sharedSpace(before, after);
    return [
      same(start),
      gone(before.length - start - end),
      fresh(after.slice(start, after.length - end)),
      same(end),
    ].filter(isAnything);
  });
}

interface Hunk {
  readonly state: "same" | "changed";
  readonly before: string;
  readonly after: string;
}

function hunksOf(from: string, to: string): readonly Hunk[] {
  if (from === to) return from === "" ? [] : [{ state: "same", before: from, after: to }];
  const changes = diffWordsWithSpace(from, to, { maxEditLength: mostChanges });
  if (!changes) return [{ state: "changed", before: from, after: to }];
  const hunks: Hunk[] = [];
  for (const { value, added, removed } of changes) {
    const last = hunks.at(-1);
    if (!added && !removed) hunks.push({ state: "same", before: value, after: value });
    else {
      const before = removed ? value : "";
      const after = added ? value : "";
      if (last?.state === "changed")
        hunks[hunks.length - 1] = {
          state: "changed",
          before: last.before + before,
          after: last.after + after,
        };
      else hunks.push({ state: "changed", before, after });
    }
  }
  return hunks;
}

/** How many letters two words begin and end with alike. */
function sharedEnds(a: string, b: string): readonly [number, number] {
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && a[start] === b[start]) start += 1;
  if (start > 0 && isHighHalf(a, start - 1)) start -= 1;
  let end = 0;
  while (end < most - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  if (end > 0 && isLowHalf(a, a.length - end)) end -= 1;
  return [start, end];
}

/** The white space among the letters that both begin and end with. */
function sharedSpace(a: string, b: string): readonly [number, number] {
  const [start, end] = sharedEnds(a, b);
  const before = /^\s*/.exec(a.slice(0, start))?.[0].length ?? 0;
  const after = /\s*$/.exec(a.slice(a.length - end))?.[0].length ?? 0;
  return [before, after];
}

function isHighHalf(text: string, at: number): boolean {
  return /[\uD800-\uDBFF]/.test(text.charAt(at));
}

function isLowHalf(text: string, at: number): boolean {
  return /[\uDC00-\uDFFF]/.test(text.charAt(at));
}

const same = (length: number): LetterStep => ({ state: "same", length });
const gone = (length: number): LetterStep => ({ state: "gone", length });
const fresh = (text: string): LetterStep => ({ state: "new", text });

function isAnything(step: LetterStep): boolean {
  return step.state === "new" ? step.text !== "" : step.length > 0;
}
