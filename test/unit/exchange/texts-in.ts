/**
 * The words of a statement as plain lines, in the order in which they are read: written without any of the
 * code that lays a statement out, to check it.
 */
import { itemKinds } from "../../../shared/item-kinds.ts";
import type { RichNode } from "../../../shared/rich-text.ts";
import type { WholeStatement } from "../../../shared/whole-statement.ts";

/** One line for each paragraph with words, of items that are taken forward. */
export function textsIn({ items }: WholeStatement): string[] {
  const kept = items.filter(({ removed }) => removed === null);
  return kept.flatMap(({ kind, fields, variations }) => {
    const texts = [
      ...itemKinds[kind].fields.map(({ name }) => fields[name]),
      ...variations.map(({ text }) => text),
    ];
    return texts.flatMap((text) => (text ? text.content.flatMap(lines) : []));
  });
}

function lines(node: RichNode): string[] {
  if (node.type !== "paragraph") return (node.content ?? []).flatMap(lines);
  const line = (node.content ?? []).map(({ text = "" }) => text).join("");
  return line.trim() === "" ? [] : [line];
}
