/** What a part of a long statement is called. */
import { plainText } from "../../../shared/plain-text.ts";
import type { ItemStore } from "../../connection/item-store.ts";
import type { Part } from "../../connection/parts.ts";

/** "Repairs", or where there is no section yet what it is instead. */
export function partTitle({ sectionId }: Part, items: ItemStore): string {
  if (sectionId === null) return "Before the first section";
  const title = items.item(sectionId)?.fields["title"];
  return (title ? plainText(title).trim() : "") || "Untitled section";
}

/** "Section 3 of 12: Repairs" */
export function partWords(part: Part, parts: readonly Part[], items: ItemStore): string {
  return `Section ${parts.indexOf(part) + 1} of ${parts.length}: ${partTitle(part, items)}`;
}
