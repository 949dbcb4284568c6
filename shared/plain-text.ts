/** The words of a rich text without their marks: for search, quotes, comparison and lists. */
import type { RichNode, RichText } from "./rich-text.ts";

/** All words; blocks parted by a line break. The offsets of anchors count characters of this text. */
export function plainText(text: RichText): string {
  return text.content.map(blockText).join("\n");
}

/** Whether anything but white space is written. */
export function hasWords(text: RichText | undefined): boolean {
  return text !== undefined && plainText(text).trim() !== "";
}

function blockText(node: RichNode): string {
  if (node.text !== undefined) return node.text;
  const children = node.content ?? [];
  const inline = children.every((child) => child.text !== undefined);
  return children.map(blockText).join(inline ? "" : "\n");
}
