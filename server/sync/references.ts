/** When items are due a reference, and which references an entry gives. */
import { giveReferences } from "../../shared/commands/give-references.ts";
import type { Entry } from "../../shared/entry.ts";
import { itemKinds } from "../../shared/item-kinds.ts";
import { itemHasWords } from "../../shared/items.ts";
import type { RecordState } from "../../shared/record-state.ts";
import { z } from "zod";
import type { CommittedText } from "./committed-text.ts";

const facts = z.object({
  references: z.array(z.object({ itemId: z.string(), reference: z.string() })),
});

/** Whether the item gets a reference, has none, and has words. */
export function isReferenceDue(record: RecordState, text: CommittedText, itemId: string): boolean {
  if (record.references.has(itemId)) return false;
  const kind = text.kindOf(itemId);
  if (!kind || itemKinds[kind].referenceLetter === null) return false;
  const item = text.item(itemId);
  return item !== undefined && itemHasWords(item);
}

export function referencesIn(entry: Entry): { itemId: string; reference: string }[] {
  return entry.type === giveReferences.name ? facts.parse(entry.facts).references : [];
}
