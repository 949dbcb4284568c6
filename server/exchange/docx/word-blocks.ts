/**
 * A rich text as the paragraphs and tables that Word knows: lists become numbered paragraphs, paragraphs
 * without words are left out. Plain data; `write-text.ts` makes a file's parts of it.
 */
import type { RichNode, RichText } from "../../../shared/rich-text.ts";

export type WordBlock = WordLine | WordTable;

/** A paragraph. */
export interface WordLine {
  readonly of: "line";
  readonly pieces: readonly RichNode[];
  /** Where its first letter is in the field's plain text. */
  readonly start: number;
  readonly list: WordListPlace | null;
}

/** Which list a paragraph is in, and how deep; `isFirst` for the one that carries the sign. */
export interface WordListPlace {
  /** Different for each list of a text. */
  readonly list: number;
  readonly isOrdered: boolean;
  /** From 0. */
  readonly depth: number;
  readonly isFirst: boolean;
}

export interface WordTable {
  readonly of: "table";
  readonly rows: readonly (readonly WordCell[])[];
}

export interface WordCell {
  readonly isHead: boolean;
  readonly columns: number;
  readonly rows: number;
  /** None when nothing is written in it. */
  readonly blocks: readonly WordBlock[];
}

/** The deepest level that Word's lists have. */
export const deepestList = 8;

export function wordBlocks(text: RichText): readonly WordBlock[] {
  const walk: Walk = { at: 0, lists: 0 };
  return blocksOf(text.content, null, walk);
}

interface Walk {
  /** How much of the plain text has gone by. */
  at: number;
  lists: number;
}

function blocksOf(
  nodes: readonly RichNode[],
  place: WordListPlace | null,
  walk: Walk,
): readonly WordBlock[] {
  const blocks: WordBlock[] = [];
  const later = place ? { ...place, isFirst: false } : null;
  for (const node of nodes) blocks.push(...blockOf(node, blocks.length > 0 ? later : place, walk));
  return blocks;
}

function blockOf(node: RichNode, place: WordListPlace | null, walk: Walk): readonly WordBlock[] {
  const content = node.content ?? [];
  if (isLine(node)) return lineOf(node, place, walk);
  switch (node.type) {
    case "bulletList":
    case "orderedList": {
      walk.lists += 1;
      const list = {
        list: walk.lists,
        isOrdered: node.type === "orderedList",
        depth: Math.min(deepestList, place ? place.depth + 1 : 0),
        isFirst: true,
      };
      return content.flatMap((item) =>
        blocksOf(isLine(item) ? [item] : (item.content ?? []), list, walk),
      );
    }
    case "table":
      return tableOf(content, walk);
    default:
      return blocksOf(content, place, walk);
  }
}

function tableOf(rows: readonly RichNode[], walk: Walk): readonly WordTable[] {
  const written = rows.map((row) => {
    if (isLine(row)) lineOf(row, null, walk);
    return isLine(row) ? [] : (row.content ?? []).map((cell) => cellOf(cell, walk));
  });
  const kept = written.filter((cells) => cells.length > 0);
  return kept.length > 0 ? [{ of: "table", rows: kept }] : [];
}

function cellOf(cell: RichNode, walk: Walk): WordCell {
  const { colspan, rowspan } = cell.attrs ?? {};
  return {
    isHead: cell.type === "tableHeader",
    columns: spanOf(colspan),
    rows: spanOf(rowspan),
    blocks: isLine(cell) ? lineOf(cell, null, walk) : blocksOf(cell.content ?? [], null, walk),
  };
}

function spanOf(span: unknown): number {
  return typeof span === "number" && span >= 1 && span <= 60 ? Math.floor(span) : 1;
}

/** What has only words in it, or nothing, is a line of the plain text. */
function isLine({ content = [], text }: RichNode): boolean {
  return text !== undefined || content.every((child) => child.text !== undefined);
}

function lineOf(node: RichNode, place: WordListPlace | null, walk: Walk): readonly WordLine[] {
  const pieces = node.text === undefined ? (node.content ?? []) : [node];
  const words = pieces.map(({ text = "" }) => text).join("");
  const start = walk.at;
  walk.at += words.length + 1;
  return words.trim() === "" ? [] : [{ of: "line", pieces, start, list: place }];
}
