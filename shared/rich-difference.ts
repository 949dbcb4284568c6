/**
 * What changed between two rich texts, block by block: paragraphs, lists and tables with what is still
 * there, gone and new in them. The page and Word's tracked changes are drawn from it. Promises that
 * what is not new reads like the text before, and what is not gone like the text after.
 */
import { evenOut } from "./even-text.ts";
import { pairBlocks, type Pair } from "./pair-blocks.ts";
import { plainText } from "./plain-text.ts";
import { runDifference, runsIn, type DiffRun } from "./run-difference.ts";
import type { RichNode, RichText } from "./rich-text.ts";

/** `same`: it is in both, whatever changed inside. */
export type Whole = "same" | "gone" | "new";

export type DiffBlock = DiffParagraph | DiffList | DiffTable;

export interface DiffParagraph {
  readonly type: "paragraph";
  readonly state: Whole;
  readonly runs: readonly DiffRun[];
}

export interface DiffList {
  readonly type: "bulletList" | "orderedList";
  readonly state: Whole;
  readonly items: readonly { readonly state: Whole; readonly blocks: readonly DiffBlock[] }[];
}

export interface DiffTable {
  readonly type: "table";
  readonly state: Whole;
  readonly rows: readonly { readonly state: Whole; readonly cells: readonly DiffCell[] }[];
}

export interface DiffCell {
  readonly isHeader: boolean;
  readonly colspan: number;
  readonly rowspan: number;
  readonly blocks: readonly DiffBlock[];
}

/** A text without words has no blocks. */
export function richDifference(
  before: RichText | undefined,
  after: RichText | undefined,
): DiffBlock[] {
  return blocksBetween(blocksOf(before), blocksOf(after));
}

function blocksOf(text: RichText | undefined): readonly RichNode[] {
  if (!text) return [];
  const { content } = evenOut(text);
  return plainText({ type: "doc", content }) === "" ? [] : content;
}

function blocksBetween(before: readonly RichNode[], after: readonly RichNode[]): DiffBlock[] {
  return pairBlocks(before, after).flatMap(({ from, to }: Pair): DiffBlock[] => {
    const was = from === null ? undefined : before[from];
    const is = to === null ? undefined : after[to];
    if (was && is) return blockBetween(was, is);
    if (was) return [wholeBlock("gone", was)];
    return is ? [wholeBlock("new", is)] : [];
  });
}

/** Two blocks of one type. */
function blockBetween(was: RichNode, is: RichNode): DiffBlock[] {
  const [before, after] = [was.content ?? [], is.content ?? []];
  switch (is.type) {
    case "bulletList":
    case "orderedList": {
      const items = pairBlocks(before, after).map(({ from, to }) => ({
        state: stateOf(from, to),
        blocks: blocksBetween(contentAt(before, from), contentAt(after, to)),
      }));
      return [{ type: is.type, state: "same", items }];
    }
    case "table":
      // Word tracks rows that come and go, not columns: a table of another shape takes the old one's place.
      if (shapeOf(was) !== shapeOf(is)) return [wholeBlock("gone", was), wholeBlock("new", is)];
      return [{ type: "table", state: "same", rows: rowsBetween(before, after) }];
    default:
      return [{ type: "paragraph", state: "same", runs: runDifference(before, after) }];
  }
}

function rowsBetween(before: readonly RichNode[], after: readonly RichNode[]): DiffTable["rows"] {
  return pairBlocks(before, after).flatMap(({ from, to }) => {
    const [was, is] = [nodeAt(before, from), nodeAt(after, to)];
    if (was && is && cellsOf(was) === cellsOf(is)) {
      const cells = (is.content ?? []).map((cell, at) =>
        cellOf(cell, blocksBetween(was.content?.[at]?.content ?? [], cell.content ?? [])),
      );
      return [{ state: "same" as const, cells }];
    }
    return [...(was ? [wholeRow("gone", was)] : []), ...(is ? [wholeRow("new", is)] : [])];
  });
}

function wholeBlock(state: Whole, node: RichNode): DiffBlock {
  const content = node.content ?? [];
  switch (node.type) {
    case "bulletList":
    case "orderedList": {
      const items = content.map((item) => ({
        state,
        blocks: (item.content ?? []).map((block) => wholeBlock(state, block)),
      }));
      return { type: node.type, state, items };
    }
    case "table":
      return { type: "table", state, rows: content.map((row) => wholeRow(state, row)) };
    default:
      return { type: "paragraph", state, runs: runsIn(state, content) };
  }
}

function wholeRow(state: Whole, row: RichNode): DiffTable["rows"][number] {
  const cells = (row.content ?? []).map((cell) =>
    cellOf(
      cell,
      (cell.content ?? []).map((block) => wholeBlock(state, block)),
    ),
  );
  return { state, cells };
}

function cellOf({ type, attrs }: RichNode, blocks: readonly DiffBlock[]): DiffCell {
  const span = (value: unknown): number => (typeof value === "number" && value > 1 ? value : 1);
  return {
    isHeader: type === "tableHeader",
    colspan: span(attrs?.["colspan"]),
    rowspan: span(attrs?.["rowspan"]),
    blocks,
  };
}

/** How many columns a table has, and whether its cells reach over several rows. */
function shapeOf(table: RichNode): string {
  const rows = table.content ?? [];
  const columns = rows.map(({ content = [] }) =>
    content.reduce((sum, cell) => sum + cellOf(cell, []).colspan, 0),
  );
  const tall = rows.map(cellsOf).filter((cells) => /:[^1]/.test(cells));
  return JSON.stringify([Math.max(0, ...columns), tall]);
}

/** Cells of a row by their kind and span: rows are compared cell by cell only where these are the same. */
function cellsOf(row: RichNode): string {
  return (row.content ?? [])
    .map((node) => cellOf(node, []))
    .map(({ isHeader, colspan, rowspan }) => `${isHeader ? "h" : "d"}${colspan}:${rowspan}`)
    .join(" ");
}

function stateOf(from: number | null, to: number | null): Whole {
  if (from === null) return "new";
  return to === null ? "gone" : "same";
}

function nodeAt(nodes: readonly RichNode[], at: number | null): RichNode | undefined {
  return at === null ? undefined : nodes[at];
}

function contentAt(nodes: readonly RichNode[], at: number | null): readonly RichNode[] {
  return nodeAt(nodes, at)?.content ?? [];
}
