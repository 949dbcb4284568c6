/** Finds items by a reference or by words, best first. Pure. */
import { flatten } from "../../../shared/flatten.ts";
import type { ElsewhereRow, FoundKind } from "./rows-of.ts";

export interface RowsOfStatement {
  readonly statementId: string;
  readonly title: string;
  readonly rows: readonly ElsewhereRow[];
}

export interface Wanted {
  /** A reference, or words that all have to be there; "" for everything. */
  readonly words: string;
  readonly kind: FoundKind | null;
  /** At most so many are given back. */
  readonly most: number;
}

export interface FoundItem extends Omit<ElsewhereRow, "flat"> {
  readonly statementId: string;
  readonly title: string;
}

export interface Found {
  readonly items: readonly FoundItem[];
  /** How many there are in all. */
  readonly count: number;
}

/**
 * The reference first, then where all words begin a word, then where they are found in one; words of
 * the statement's title and the section count too. Among equals the order given.
 * @param statements in the order in which their items are wanted
 */
export function findRows(statements: readonly RowsOfStatement[], wanted: Wanted): Found {
  const query = flatten(wanted.words);
  const words = query === "" ? [] : query.split(" ");
  const ranked: { rank: number; row: ElsewhereRow; from: RowsOfStatement }[] = [];
  for (const from of statements) {
    const title = flatten(from.title);
    for (const row of from.rows) {
      if (wanted.kind !== null && row.kind !== wanted.kind) continue;
      const rank = rankOf(query, words, row, title);
      if (rank > 0) ranked.push({ rank, row, from });
    }
  }
  const best = ranked.toSorted((a, b) => b.rank - a.rank).slice(0, wanted.most);
  return { items: best.map(({ row, from }) => foundItem(row, from)), count: ranked.length };
}

/** 0: does not fit. */
function rankOf(query: string, words: readonly string[], row: ElsewhereRow, title: string): number {
  if (words.length === 0) return 1;
  if (row.reference !== "" && bare(query) === bare(flatten(row.reference))) return 4;
  // "R-12" is one name, not a word that begins with r and a 12 somewhere.
  if (isName.test(query)) return ` ${row.flat} `.includes(` ${query} `) ? 3 : 0;
  const text = ` ${row.flat} ${flatten(row.section)} ${title}`;
  if (!words.every((word) => text.includes(word))) return 0;
  return words.every((word) => text.includes(` ${word}`)) ? 3 : 2;
}

function foundItem(row: ElsewhereRow, { statementId, title }: RowsOfStatement): FoundItem {
  const { itemId, kind, reference, words, section, priority } = row;
  return { statementId, title, itemId, kind, reference, words, section, priority };
}

const isName = /^[a-z]{1,5} ?\d+$/;

function bare(flat: string): string {
  return flat.replaceAll(" ", "");
}
