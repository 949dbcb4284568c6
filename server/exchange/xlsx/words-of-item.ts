/** What an item says, in one cell to read. */
import { itemKinds, mainField } from "../../../shared/item-kinds.ts";
import type { Item } from "../../../shared/items.ts";
import { needSentence } from "../../../shared/need-sentence.ts";
import { emptyRichText, type RichNode, type RichText } from "../../../shared/rich-text.ts";

export function wordsOfItem(item: Item | undefined): string {
  if (!item) return "";
  if (item.kind === "need") return needSentence(item);
  return readableText(item.fields[mainField(item.kind)] ?? emptyRichText);
}

/** What kind of item it is, as a person would say. */
export function kindWords(item: Item | undefined): string {
  return item ? itemKinds[item.kind].label : "";
}

/** A text for people who only read it: a line for a paragraph, bullets and numbers before those of lists. */
export function readableText(text: RichText): string {
  return linesOf(text.content).join("\n").trim();
}

function linesOf(blocks: readonly RichNode[]): string[] {
  return blocks.flatMap((block) => {
    const { type, content = [] } = block;
    switch (type) {
      case "bulletList":
        return content.flatMap((item) => movedIn("• ", linesOf(item.content ?? [])));
      case "orderedList":
        return content.flatMap((item, at) => movedIn(`${at + 1}. `, linesOf(item.content ?? [])));
      case "table":
        return content.map(({ content: cells = [] }) =>
          cells.map((cell) => linesOf(cell.content ?? []).join(" ")).join(" | "),
        );
      default:
        return [content.map(wordsOf).join("")];
    }
  });
}

/** A link's address stands behind its words: in a cell there is nothing to press. */
function wordsOf({ text = "", marks = [] }: RichNode): string {
  const href = marks.find(({ type }) => type === "link")?.attrs?.["href"];
  return typeof href === "string" && href !== text ? `${text} (${href})` : text;
}

function movedIn(marker: string, lines: readonly string[]): string[] {
  return lines.map((line, at) => (at === 0 ? marker : "    ") + line);
}
