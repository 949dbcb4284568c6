/** A day as it is written in a sentence: "14 May 2026", where the reader is. */

/** @param at ISO 8601 */
export function dayWords(at: string): string {
  return new Date(at).toLocaleDateString("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
  });
}
