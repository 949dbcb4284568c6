/**
 * A rich text as a Word file gives it back: without paragraphs that say nothing, which a good Word file
 * does not have, and without what only the page knows (the widths of columns). Two texts that are the
 * same afterwards cannot be told apart in Word, so an import takes them as the same.
 */
import { evenOut } from "../../../shared/even-text.ts";
import { isLinkAddress } from "../../../shared/link-address.ts";
import type { Mark, RichNode, RichText } from "../../../shared/rich-text.ts";
import { printable } from "../printable.ts";

export function asWordKeepsIt(text: RichText): RichText {
  return evenOut({ type: "doc", content: keptBlocks(text.content) });
}

function keptBlocks(nodes: readonly RichNode[]): RichNode[] {
  return nodes.flatMap(keptBlock);
}

function keptBlock(node: RichNode): RichNode[] {
  const content = node.content ?? [];
  switch (node.type) {
    case "bulletList":
    case "orderedList": {
      const items = content.flatMap((item) => {
        const blocks = keptBlocks(item.content ?? []);
        return blocks.length > 0 ? [{ type: "listItem", content: blocks }] : [];
      });
      return items.length > 0 ? [{ type: node.type, content: items }] : [];
    }
    case "table": {
      const rows = content.filter((row) => (row.content ?? []).length > 0).map(keptRow);
      return rows.length > 0 ? [{ type: "table", content: rows }] : [];
    }
    default:
      return content.some(({ text }) => text === undefined) ? keptBlocks(content) : keptLine(node);
  }
}

function keptRow(row: RichNode): RichNode {
  const cells = (row.content ?? []).map((cell) => {
    const { colspan = 1, rowspan = 1 } = cell.attrs ?? {};
    const blocks = keptBlocks(cell.content ?? []);
    return {
      type: cell.type,
      attrs: { colspan, rowspan },
      content: blocks.length > 0 ? blocks : [{ type: "paragraph" }],
    };
  });
  return { type: "tableRow", content: cells };
}

function keptLine(node: RichNode): RichNode[] {
  const content = (node.content ?? []).flatMap((piece) => {
    const text = printable(piece.text ?? "");
    const marks = (piece.marks ?? []).filter(isKept);
    return text === "" ? [] : [{ type: "text", text, ...(marks.length > 0 ? { marks } : {}) }];
  });
  const words = content.map(({ text }) => text).join("");
  return words.trim() === "" ? [] : [{ type: "paragraph", content }];
}

function isKept({ type, attrs }: Mark): boolean {
  if (type !== "link") return type === "bold" || type === "italic";
  const address = attrs?.["href"];
  return typeof address === "string" && isLinkAddress(address);
}
