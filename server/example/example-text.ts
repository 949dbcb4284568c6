/** The example's way of writing rich text, turned into the editor's. */
import type { RichNode, RichText } from "../../shared/rich-text.ts";
import { richTextFromPlain } from "../../shared/rich-text.ts";
import type { Block, ExampleRichText, Inline } from "./example-types.ts";

export function richTextOf(text: ExampleRichText): RichText {
  return typeof text === "string"
    ? richTextFromPlain(text)
    : { type: "doc", content: text.map(nodeOf) };
}

function nodeOf(block: Block): RichNode {
  switch (block.type) {
    case "paragraph":
      return paragraph(block.text);
    case "table":
      return {
        type: "table",
        content: block.rows.map((cells, row) => ({
          type: "tableRow",
          content: cells.map((cell) => ({
            type: row === 0 ? "tableHeader" : "tableCell",
            content: [paragraph([cell])],
          })),
        })),
      };
    case "bulletList":
    case "orderedList":
      return {
        type: block.type,
        content: block.items.map((item) => ({ type: "listItem", content: [paragraph(item)] })),
      };
  }
}

function paragraph(text: readonly Inline[]): RichNode {
  return { type: "paragraph", content: text.map(inlineNode) };
}

function inlineNode(inline: Inline): RichNode {
  if (typeof inline === "string") return { type: "text", text: inline };
  const marks = [
    ...(inline.bold ? [{ type: "bold" }] : []),
    ...(inline.italic ? [{ type: "italic" }] : []),
    ...(inline.link === undefined ? [] : [{ type: "link", attrs: { href: inline.link } }]),
  ];
  return { type: "text", text: inline.text, marks };
}
