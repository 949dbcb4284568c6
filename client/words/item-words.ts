/** An item in few words: its name where it is spoken of, and its sentence. */
import { itemKinds, mainField } from "../../shared/item-kinds.ts";
import type { Item } from "../../shared/items.ts";
import { needSentence } from "../../shared/need-sentence.ts";
import { plainText } from "../../shared/plain-text.ts";
import type { RecordState } from "../../shared/record-state.ts";

/** "R-12", or "new requirement" until it has a reference; a section by its title. */
export function itemName(item: Item | undefined, record: RecordState, itemId: string): string {
  const reference = record.references.get(itemId);
  if (reference !== undefined) return reference;
  if (!item) return "an item";
  const kind = itemKinds[item.kind].label.toLowerCase();
  if (item.kind === "section") return `“${firstWords(item, "title") || "section"}”`;
  return itemKinds[item.kind].referenceLetter === null ? kind : `new ${kind}`;
}

/** The item's main words; a need as one sentence: "As a tenant, I need to know when to be in so that…". */
export function itemSentence(item: Item): string {
  if (item.kind === "need") return needSentence(item);
  return firstWords(item, mainField(item.kind));
}

function firstWords(item: Item, field: string): string {
  const text = item.fields[field];
  return text ? plainText(text).replaceAll("\n", " ").trim() : "";
}
