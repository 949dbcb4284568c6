/**
 * Which block of one Word file is which of the other: those of the same item, those that say the same,
 * and between them those that say most alike. Promises to keep the order of both.
 */
import { likeness } from "../../../shared/resemblance.ts";
import { stayingIn } from "../../../shared/smallest-moves.ts";
import type { Block } from "./known-blocks.ts";

/** On one side or on both. */
export interface BlockPair {
  readonly older: Block | null;
  readonly newer: Block | null;
}

/** Beyond this many comparisons blocks without a counterpart are taken as other ones: it bounds the work. */
const mostComparisons = 20_000;
/** Less alike, two paragraphs of nobody are two paragraphs. */
const alikeEnough = 0.3;

export function pairKnown(older: readonly Block[], newer: readonly Block[]): BlockPair[] {
  const names = nameTables(older, newer);
  const [before, after] = [groupsOf(older, names), groupsOf(newer, names)];
  const pairs: BlockPair[] = [];
  let [i, j] = [0, 0];
  for (const token of stayingTogether(before, after)) {
    const [gone, come] = [upTo(token, before, i), upTo(token, after, j)];
    pairs.push(...pairAlike(blocksIn(gone), blocksIn(come)));
    [i, j] = [i + gone.length, j + come.length];
    pairs.push(...pairAlike(before[i]?.blocks ?? [], after[j]?.blocks ?? []));
    [i, j] = [i + 1, j + 1];
  }
  return [...pairs, ...pairAlike(blocksIn(before.slice(i)), blocksIn(after.slice(j)))];
}

/** Tokens of groups that are on both sides in one order; of what is there several times nobody can tell. */
function stayingTogether(before: readonly Group[], after: readonly Group[]): readonly string[] {
  const [once, other] = [onlyOnce(before), onlyOnce(after)];
  return stayingIn(
    [...once].filter((token) => other.has(token)),
    [...other].filter((token) => once.has(token)),
  );
}

function onlyOnce(groups: readonly Group[]): ReadonlySet<string> {
  const once = new Set<string>();
  const again = new Set<string>();
  for (const { token } of groups) (once.has(token) ? again : once).add(token);
  for (const token of again) once.delete(token);
  return once;
}

function upTo(token: string, groups: readonly Group[], from: number): readonly Group[] {
  let end = from;
  while (end < groups.length && groups[end]?.token !== token) end += 1;
  return groups.slice(from, end);
}

function blocksIn(groups: readonly Group[]): Block[] {
  return groups.flatMap(({ blocks }) => blocks);
}

interface Group {
  readonly token: string;
  readonly blocks: Block[];
}

/** Blocks of one item that follow each other are one group; what is nobody's is a group by itself. */
function groupsOf(blocks: readonly Block[], names: ReadonlyMap<Block, string>): Group[] {
  const groups: Group[] = [];
  for (const block of blocks) {
    const name = names.get(block) ?? (block.of === null ? null : `of ${block.of}`);
    const last = groups.at(-1);
    if (name !== null && last?.token === name) last.blocks.push(block);
    else groups.push({ token: name ?? `says ${block.sameness}`, blocks: [block] });
  }
  return groups;
}

/** A table is the one with which it has most items in common. */
function nameTables(older: readonly Block[], newer: readonly Block[]): ReadonlyMap<Block, string> {
  const names = new Map<Block, string>();
  const isTable = ({ node, all, isApart }: Block): boolean =>
    node.name === "w:tbl" && isApart && all.size > 0;
  const free = new Map<string, Block>();
  for (const table of older.filter(isTable)) for (const id of table.all) free.set(id, table);
  for (const table of newer.filter(isTable)) {
    const shared = new Map<Block, number>();
    for (const id of table.all) {
      const other = free.get(id);
      if (other && !names.has(other)) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    const [most] = [...shared].toSorted(([, a], [, b]) => b - a);
    const name = `table ${names.size}`;
    names.set(table, name);
    if (most) names.set(most[0], name);
  }
  for (const table of older.filter(isTable)) {
    if (!names.has(table)) names.set(table, `table ${names.size}`);
  }
  return names;
}

/** Those worth most together, in order. */
function pairAlike(older: readonly Block[], newer: readonly Block[]): BlockPair[] {
  const [was] = older;
  const [is] = newer;
  if (older.length === 1 && newer.length === 1 && was && is && isSurelyOne(was, is))
    return [{ older: was, newer: is }];
  const isTooMuch = older.length * newer.length > mostComparisons;
  const worths = older.map((one) => newer.map((other) => (isTooMuch ? 0 : worthOf(one, other))));
  const worth = (i: number, j: number): number => worths[i]?.[j] ?? 0;
  const best = isTooMuch ? [] : bestOf(older.length, newer.length, worth);
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
  const pairs: BlockPair[] = [];
  let [i, j] = [0, 0];
  while (i < older.length || j < newer.length) {
    const [one, other] = [older[i] ?? null, newer[j] ?? null];
    if (one && other && worth(i, j) > 0 && at(i, j) === worth(i, j) + at(i + 1, j + 1)) {
      pairs.push({ older: one, newer: other });
      [i, j] = [i + 1, j + 1];
    } else if (one && (other === null || at(i, j) === at(i + 1, j))) {
      pairs.push({ older: one, newer: null });
      i += 1;
    } else {
      pairs.push({ older: null, newer: other });
      j += 1;
    }
  }
  return pairs;
}

/** `best[i][j]`: the most that blocks from i and j on can be worth together. */
function bestOf(
  rows: number,
  columns: number,
  worth: (i: number, j: number) => number,
): readonly (readonly number[])[] {
  const best = Array.from({ length: rows + 1 }, () => Array.from({ length: columns + 1 }, () => 0));
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
  for (let i = rows - 1; i >= 0; i -= 1) {
    const row = best[i] ?? [];
    for (let j = columns - 1; j >= 0; j -= 1)
      row[j] = Math.max(at(i + 1, j), at(i, j + 1), worth(i, j) + at(i + 1, j + 1));
  }
  return best;
}

/** Without working out how alike they are. */
function isSurelyOne(one: Block, other: Block): boolean {
  const isSamePart = one.of !== null && one.of === other.of && one.part === other.part;
  return one.node.name === other.node.name && (isSamePart || worthOf(one, other) > 0);
}

function worthOf(one: Block, other: Block): number {
  if (one.node.name !== other.node.name) return 0;
  if (one.sameness === other.sameness) return 3;
  if (one.of !== other.of) return 0;
  const alike = likeness(one.words, other.words);
  if (one.of !== null && one.part === other.part) return 1 + alike;
  return alike >= alikeEnough ? alike : 0;
}
