/**
 * Which paragraph of one text is which of another: those that say the same, then those that say most
 * alike. Promises to keep their order, and to pair as many as it can: a block without a counterpart is
 * taken out whole, and with it whatever somebody is typing in it at that moment.
 */
import { likeness } from "./resemblance.ts";
import type { RichNode } from "./rich-text.ts";
import { plainText } from "./plain-text.ts";

/** A block that stays (both), goes (no `to`) or comes (no `from`); in reading order. */
export interface Pair {
  readonly from: number | null;
  readonly to: number | null;
}

/** Beyond this many comparisons blocks are paired by their place: it bounds the work. */
const mostComparisons = 10_000;

/** @param from and `to`: blocks side by side, evened out */
export function pairBlocks(from: readonly RichNode[], to: readonly RichNode[]): readonly Pair[] {
  const [before, after] = [from, to].map((nodes) => nodes.map((node) => JSON.stringify(node)));
  if (!before || !after) return [];
  let start = 0;
  while (start < Math.min(from.length, to.length) && before[start] === after[start]) start += 1;
  let end = 0;
  const most = Math.min(from.length, to.length) - start;
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const middle = pairMiddle(
    from.slice(start, from.length - end),
    to.slice(start, to.length - end),
  ).map((pair) => ({
    from: pair.from === null ? null : pair.from + start,
    to: pair.to === null ? null : pair.to + start,
  }));
  return [
    ...Array.from({ length: start }, (_, at) => ({ from: at, to: at })),
    ...middle,
    ...Array.from({ length: end }, (_, at) => ({
      from: from.length - end + at,
      to: to.length - end + at,
    })),
  ];
}

function pairMiddle(from: readonly RichNode[], to: readonly RichNode[]): Pair[] {
  const worth =
    from.length * to.length > mostComparisons ? worthByPlace(from, to) : worthByWords(from, to);
  // best[i][j]: the most that blocks from i and j on can be worth together.
  const best = Array.from({ length: from.length + 1 }, () =>
    Array.from({ length: to.length + 1 }, () => 0),
  );
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
  for (let i = from.length - 1; i >= 0; i -= 1) {
    const row = best[i] ?? [];
    for (let j = to.length - 1; j >= 0; j -= 1)
      row[j] = Math.max(at(i + 1, j), at(i, j + 1), worth(i, j) + at(i + 1, j + 1));
  }
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  while (i < from.length || j < to.length) {
    const isPair =
      i < from.length &&
      j < to.length &&
      worth(i, j) > 0 &&
      at(i, j) === worth(i, j) + at(i + 1, j + 1);
    if (isPair) pairs.push({ from: i++, to: j++ });
    else if (i < from.length && at(i, j) === at(i + 1, j)) pairs.push({ from: i++, to: null });
    else pairs.push({ from: null, to: j++ });
  }
  return pairs;
}

type Worth = (i: number, j: number) => number;

function worthByWords(from: readonly RichNode[], to: readonly RichNode[]): Worth {
  const [before, after] = [from, to].map((nodes) =>
    nodes.map((node) => plainText({ type: "doc", content: [node] })),
  );
  const known = from.map((one, i) =>
    to.map((other, j) => {
      if (one.type !== other.type) return 0;
      if (JSON.stringify(one) === JSON.stringify(other)) return 2;
      return 0.1 + likeness(before?.[i] ?? "", after?.[j] ?? "");
    }),
  );
  return (i, j) => known[i]?.[j] ?? 0;
}

function worthByPlace(from: readonly RichNode[], to: readonly RichNode[]): Worth {
  return (i, j) => (i === j && from[i]?.type === to[j]?.type ? 1 : 0);
}
