/**
 * From blocks of a Word file to our rich text: paragraphs, nested lists, tables with their spans.
 * Promises that no words are lost; only their look is, where we have none for it.
 */
import { evenOut } from "../../../shared/even-text.ts";
import type { RichNode, RichText } from "../../../shared/rich-text.ts";
import { type Block, type Cell, type Paragraph, type Piece, type Table } from "./blocks.ts";
import { withoutEnd, wordsOfPieces } from "./cut-pieces.ts";
import type { ListPlace } from "./read-numbering.ts";

/** Whose file it is: ours says exactly what is what; in others people lay out with spaces, tabs and line breaks. */
export type Origin = "ours" | "theirs";

export function richTextOf(blocks: readonly Block[], origin: Origin): RichText {
  return evenOut({ type: "doc", content: nodesOf(blocks, origin) });
}

/** One line of words, with what is bold, italic or a link. */
export function lineTextOf(pieces: readonly Piece[], origin: Origin): RichText {
  const words = origin === "ours" ? wordNodes(pieces) : wordNodes(tidy(pieces.map(inOneLine)));
  return evenOut({ type: "doc", content: [paragraphNode(words)] });
}

/** Our own bold comes from a style in a header cell, so it is none of the words'. */
const headStyle = "needlinetablehead";

interface OpenList {
  readonly place: ListPlace;
  readonly items: { type: "listItem"; content: RichNode[] }[];
}

function nodesOf(blocks: readonly Block[], origin: Origin): RichNode[] {
  const nodes: RichNode[] = [];
  const open: OpenList[] = [];
  for (const block of blocks) {
    if (block.type === "paragraph" && block.list) {
      const paragraphs = paragraphNodes(block, origin);
      if (paragraphs.length > 0) addToList(block.list, paragraphs, nodes, open, origin);
      continue;
    }
    const depth = continuedDepth(block, open);
    open.length = depth;
    const into = open.at(-1)?.items.at(-1)?.content ?? nodes;
    if (block.type === "table") into.push(...tableNodes(block, origin));
    else into.push(...paragraphNodes(block, origin));
  }
  return nodes;
}

function addToList(
  place: ListPlace,
  paragraphs: readonly RichNode[],
  nodes: RichNode[],
  open: OpenList[],
  origin: Origin,
): void {
  while ((open.at(-1)?.place.level ?? -1) > place.level) open.pop();
  const last = open.at(-1);
  if (last?.place.level === place.level && !isSameList(last.place, place, origin)) open.pop();
  const around = open.at(-1);
  const item: OpenList["items"][number] = { type: "listItem", content: [...paragraphs] };
  if (around?.place.level === place.level) {
    around.items.push(item);
    return;
  }
  const items = [item];
  const into = around?.items.at(-1)?.content ?? nodes;
  into.push({ type: place.ordered ? "orderedList" : "bulletList", content: items });
  open.push({ place, items });
}

/** People's lists change their ids in the middle, when a point is pasted. */
function isSameList(a: ListPlace, b: ListPlace, origin: Origin): boolean {
  if (origin === "ours") return a.listId === b.listId;
  return a.ordered === b.ordered && (a.listId === b.listId || !a.ordered);
}

/** How many of the open lists go on in a block that is no list item. */
function continuedDepth(block: Block, open: readonly OpenList[]): number {
  if (block.type === "table") return 0;
  const found = /^listcontinue([1-9])?$/.exec(block.style);
  return found ? Math.min(Number(found[1] ?? 1), open.length) : 0;
}

/** Several, where a line of theirs is broken by hand. */
function paragraphNodes({ pieces }: Paragraph, origin: Origin): RichNode[] {
  if (origin === "ours") {
    const words = wordNodes(pieces);
    return words.some(({ text }) => text?.trim() !== "") ? [paragraphNode(words)] : [];
  }
  return splitLines(pieces).flatMap((line) => {
    const words = wordNodes(tidy(line.map(inOneLine)));
    return words.length > 0 ? [paragraphNode(words)] : [];
  });
}

function paragraphNode(words: readonly RichNode[]): RichNode {
  return words.length > 0 ? { type: "paragraph", content: words } : { type: "paragraph" };
}

function wordNodes(pieces: readonly Piece[]): RichNode[] {
  return pieces
    .filter(({ text, label }) => text !== "" && label !== true)
    .map(({ text, marks }) => ({ type: "text", text, ...(marks.length > 0 ? { marks } : {}) }));
}

function splitLines(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [[]];
  for (const piece of pieces) {
    const [first = "", ...others] = piece.text.split("\n");
    lines.at(-1)?.push({ ...piece, text: first });
    for (const text of others) lines.push([{ ...piece, text }]);
  }
  return lines;
}

/** Tabs and line breaks become spaces, and so does a space that only holds words together. */
function inOneLine(piece: Piece): Piece {
  return { ...piece, text: piece.text.replace(/[\s\u00a0]+/g, " ").replace(/\u00ad/g, "") };
}

/** One space between words and none at the ends, across pieces. */
function tidy(pieces: readonly Piece[]): Piece[] {
  const kept: Piece[] = [];
  let endsInSpace = true;
  for (const piece of pieces) {
    const text: string = endsInSpace ? piece.text.replace(/^ +/, "") : piece.text;
    if (text === "") continue;
    kept.push({ ...piece, text });
    endsInSpace = text.endsWith(" ");
  }
  const line = wordsOfPieces(kept);
  return withoutEnd(kept, line.length - line.trimEnd().length);
}

function tableNodes({ rows }: Table, origin: Origin): RichNode[] {
  const made = rows
    .filter(({ cells }) => cells.length > 0)
    .map(({ cells, header }) => ({
      type: "tableRow",
      content: cells
        .filter(({ rowspan }) => rowspan > 0)
        .map((cell) => cellNode(cell, origin === "ours" ? isHeadCell(cell) : header, origin)),
    }));
  return made.length > 0 ? [{ type: "table", content: made }] : [];
}

function cellNode(cell: Cell, isHeader: boolean, origin: Origin): RichNode {
  const { colspan, rowspan, blocks } = cell;
  const content = nodesOf(blocks, origin);
  return {
    type: isHeader ? "tableHeader" : "tableCell",
    attrs: { colspan, rowspan },
    content: content.length > 0 ? content : [{ type: "paragraph" }],
  };
}

function isHeadCell({ blocks }: Cell): boolean {
  const [first] = blocks;
  return first?.type === "paragraph" && first.style === headStyle;
}
