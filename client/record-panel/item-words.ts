/** An item in few words: its name where it is spoken of, and its sentence. */
import { itemKinds } from "../../shared/item-kinds.ts";
import type { Item } from "../../shared/items.ts";
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

/** The item's main words; a need as one sentence: "As a tenant, I need to know when to be in, so that…". */
export function itemSentence(item: Item): string {
  if (item.kind !== "need") return firstWords(item, itemKinds[item.kind].fields[0]?.name ?? "");
  const parts = itemKinds.need.fields.flatMap(({ name, lead }) => {
    const words = firstWords(item, name);
    if (lead === undefined || words === "") return [];
    return [beginsWith(words, lead) ? words : `${lead} ${words}`];
  });
  return parts.join(", ");
}

function firstWords(item: Item, field: string): string {
  const text = item.fields[field];
  return text ? plainText(text).replaceAll("\n", " ").trim() : "";
}

/** What an import kept whole begins with the words that the page would print before it. */
function beginsWith(words: string, lead: string): boolean {
  return words.toLowerCase().startsWith(`${lead.toLowerCase()} `);
}
