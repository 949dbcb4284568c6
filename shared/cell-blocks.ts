/** From the lines of a cell to the blocks of a rich text: paragraphs, lists, tables. */
import { findLetter, readWords } from "./cell-words.ts";
import type { RichNode } from "./rich-text.ts";

/** Spaces by which what stands in a list is moved in. */
export const stepIn = "  ";

const bullet = /^•(?: |$)/;
const number = /^\d{1,9}\.(?: |$)/;

/** A line that begins like something else than a paragraph. */
export const startsBlock = /^(?:•(?: |$)|\d{1,9}\.(?: |$)|\|)/;

export function readBlocks(lines: readonly string[]): RichNode[] {
  const blocks: RichNode[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? "";
    const marker = bullet.exec(line) ?? number.exec(line);
    if (marker) {
      const type = bullet.test(line) ? "bulletList" : "orderedList";
      const end = endOfItem(lines, at);
      const item = itemOf(line.slice(marker[0].length), lines.slice(at + 1, end));
      addTo(blocks, type, item);
      at = end;
    } else if (line.startsWith("|")) {
      addTo(blocks, "table", rowOf(line));
      at += 1;
    } else {
      blocks.push(paragraphOf(line));
      at += 1;
    }
  }
  return blocks;
}

/** The first line after `at` that does not stand in its list item. */
function endOfItem(lines: readonly string[], at: number): number {
  let end = at + 1;
  while (end < lines.length && lines[end]?.startsWith(stepIn) === true) end += 1;
  return end;
}

function itemOf(first: string, under: readonly string[]): RichNode {
  const rest = readBlocks(under.map((line) => line.slice(stepIn.length)));
  return { type: "listItem", content: [paragraphOf(first), ...rest] };
}

function rowOf(line: string): RichNode {
  const cells: RichNode[] = [];
  let from = 1;
  while (from < line.length) {
    const found = findLetter(line, from, "|");
    const end = found === -1 ? line.length : found;
    const words = line.slice(from, end);
    const isHeader = words.startsWith("# ");
    if (found !== -1 || words.trim() !== "")
      cells.push({
        type: isHeader ? "tableHeader" : "tableCell",
        content: [paragraphOf(isHeader ? words.slice(2).trim() : words.trim())],
      });
    from = end + 1;
  }
  return { type: "tableRow", content: cells };
}

function paragraphOf(words: string): RichNode {
  const content = readWords(words);
  return content.length > 0 ? { type: "paragraph", content } : { type: "paragraph" };
}

/** To the list or table at the end, or to a new one. */
function addTo(blocks: RichNode[], type: string, part: RichNode): void {
  const last = blocks.at(-1);
  if (last?.type === type)
    blocks[blocks.length - 1] = { type, content: [...(last.content ?? []), part] };
  else blocks.push({ type, content: [part] });
}
