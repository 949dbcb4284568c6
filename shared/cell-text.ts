/**
 * A rich text as the words of a table's cell, and back, for files that leave and come in again. Each
 * line is a paragraph; bold, links, lists and tables are written much as in Markdown. Promises that every
 * text comes back reading the same, also when white space around the cell is lost, and never to throw.
 */
import { equalityDeep } from "lib0/function";
import { readBlocks, startsBlock, stepIn } from "./cell-blocks.ts";
import { writeWords } from "./cell-words.ts";
import { evenOut, isRichText } from "./even-text.ts";
import { emptyRichText, type RichNode, type RichText } from "./rich-text.ts";
import { isAllowedText } from "./text-rules.ts";

/** In front of what has no notation: cells that span others, tables with lists in them. */
const asData = "\\json:";

/** At the end of a cell that had to be cut: what it says is not all. */
export const cutMark = "\\cut";

/** A paragraph without words where a line without words would be lost. */
const emptyLine = "\\e";

export function writeCellText(text: RichText): string {
  const even = evenOut(text);
  if (equalityDeep(even, emptyRichText)) return "";
  const lines = linesOf(even.content);
  const last = lines.length - 1;
  const written = lines
    .map((line, at) => (line === emptyLine && at > 0 && at < last ? "" : line))
    .join("\n");
  // What the notation cannot say exactly is said as data: nothing is lost.
  return equalityDeep(readCellText(written), even) || !isAllowedText(even)
    ? written
    : asData + JSON.stringify(even);
}

export function readCellText(cell: string): RichText {
  const words = cell.replace(/\r\n?/g, "\n").trim();
  if (words === "") return emptyRichText;
  const data = words.startsWith(asData) ? fromData(words.slice(asData.length)) : null;
  return data ?? evenOut({ type: "doc", content: readBlocks(words.split("\n")) });
}

function fromData(words: string): RichText | null {
  try {
    const read: unknown = JSON.parse(words);
    return isRichText(read) && isAllowedText(read) ? evenOut(read) : null;
  } catch {
    return null;
  }
}

function linesOf(blocks: readonly RichNode[]): string[] {
  return blocks.flatMap(linesOfBlock);
}

function linesOfBlock(block: RichNode): string[] {
  const { type, content = [] } = block;
  switch (type) {
    case "bulletList":
      return content.flatMap((item) => linesOfItem(item, "• "));
    case "orderedList":
      return content.flatMap((item, at) => linesOfItem(item, `${at + 1}. `));
    case "table":
      return content.map(({ content: cells = [] }) => `|${cells.map(writeCell).join("")}`);
    default:
      return [lineOf(block)];
  }
}

function lineOf({ content = [] }: RichNode): string {
  const words = writeWords(content);
  return words === "" ? emptyLine : words.replace(startsBlock, String.raw`\$&`);
}

function linesOfItem({ content = [] }: RichNode, marker: string): string[] {
  const [first, ...rest] = content;
  const words = first ? writeWords(first.content ?? []) || emptyLine : emptyLine;
  return [marker + words, ...linesOf(rest).map((line) => stepIn + line)];
}

function writeCell({ type, content = [] }: RichNode): string {
  const words = writeWords(content[0]?.content ?? [], "|");
  return `${type === "tableHeader" ? "# " : " "}${words || emptyLine} |`;
}
