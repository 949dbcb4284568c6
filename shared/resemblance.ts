/**
 * Whether words still resemble what they were: an edited passage does, another passage does not.
 *
 * The measure is the share of letter pairs that two texts have in common, twice the shared pairs over
 * all pairs (Dice's coefficient over bigrams: Adamson and Boreham, "The use of an association measure
 * based on character structure", 1974). The bound of one half is the one that Hypothesis's anchoring
 * of web annotations uses: a quote is found again while at most half of it changed.
 */

/** From this likeness on, words count as the same passage. */
const likenessBound = 0.5;

export function resembles(now: string, then: string): boolean {
  return likeness(now, then) >= likenessBound;
}

/** 0 (nothing in common) to 1 (the same but for case and white space). */
export function likeness(a: string, b: string): number {
  const [left, right] = [flatten(a), flatten(b)];
  if (left === right) return left === "" ? 0 : 1;
  const pairs = pairCounts(left);
  let shared = 0;
  for (const [pair, count] of pairCounts(right)) shared += Math.min(count, pairs.get(pair) ?? 0);
  const all = Math.max(left.length - 1, 0) + Math.max(right.length - 1, 0);
  return all === 0 ? 0 : (2 * shared) / all;
}

function flatten(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/g, " ");
}

function pairCounts(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at + 1 < text.length; at += 1) {
    const pair = text.slice(at, at + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}
