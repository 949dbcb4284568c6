/**
 * Which things of a list moved: the smallest set that has to be taken out and put in elsewhere to make
 * one order the other. What stays is a longest increasing run (patience sorting, n log n).
 */

/**
 * @param before and `after`: the same things, each once, in two orders
 * @returns those that stay where they are, in that order; the others moved
 */
export function stayingIn<T>(before: readonly T[], after: readonly T[]): readonly T[] {
  const places = new Map(before.map((thing, at) => [thing, at]));
  const place = (at: number): number => places.get(after[at] as T) ?? -1;
  /** For each length of run, where in `after` the one with the lowest last place ends. */
  const ends: number[] = [];
  /** For each thing of `after`, the one before it in its run. */
  const previous = new Int32Array(after.length).fill(-1);
  for (let at = 0; at < after.length; at += 1) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (place(ends[middle] ?? 0) < place(at)) low = middle + 1;
      else high = middle;
    }
    previous[at] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = at;
  }
  const staying: T[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) staying.push(after[at] as T);
  return staying.toReversed();
}
