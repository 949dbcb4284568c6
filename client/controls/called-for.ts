/** What a list under a text is asked for: the word after the sign that stands before the caret. */

export interface CalledFor {
  /** Where the sign stands. */
  readonly at: number;
  /** What follows it up to the caret. */
  readonly query: string;
}

/** As many letters as a name has at most. */
const longest = 60;

/**
 * @param sign one character that calls for the list where it begins a word
 * @returns null where the caret stands after no such word
 */
export function calledFor(text: string, caret: number, sign: string): CalledFor | null {
  const before = text.slice(Math.max(0, caret - longest), caret);
  const at = before.lastIndexOf(sign);
  if (at === -1) return null;
  const query = before.slice(at + 1);
  if (query.includes("\n") || query.startsWith(" ")) return null;
  if (/[\p{L}\p{N}_-]$/u.test(before.slice(0, at))) return null;
  return { at: caret - query.length - 1, query };
}
