/** References the server gave: `N-12`, `R-27`. Given once, never changed, never reused. */
import { z } from "zod";
import type { EntryDraft } from "../entry.ts";
import { itemKinds } from "../item-kinds.ts";
import { itemHasWords, type Item } from "../items.ts";
import type { RecordState } from "../record-state.ts";
import { defineEntryType } from "./command.ts";

const references = z.array(
  z.object({ itemId: z.string(), reference: z.string().regex(/^[A-Z]-\d+$/) }),
);

export const giveReferences = defineEntryType({
  name: "give-references",
  facts: z.object({ references }),
  words: z.object({}),
  fold(draft, _entry, facts) {
    for (const { itemId, reference } of facts.references) {
      const [letter = "", number = ""] = reference.split("-");
      if (draft.now.references.has(itemId) || draft.now.itemsByReference.has(reference)) continue;
      draft.set("references", itemId, reference);
      draft.set("itemsByReference", reference, itemId);
      draft.set(
        "lastNumbers",
        letter,
        Math.max(draft.now.lastNumbers.get(letter) ?? 0, Number(number)),
      );
    }
  },
});

/**
 * The entry that gives references to those of `items` that have words and none yet, or null.
 * @param items in the order of the statement
 */
export function referencesDue(record: RecordState, items: readonly Item[]): EntryDraft | null {
  return referencesFor(record, items.filter(itemHasWords));
}

/**
 * The same for items of which nothing but id and kind is at hand.
 * @param items all with words, in the order of the statement
 */
export function referencesFor(
  record: RecordState,
  items: readonly Pick<Item, "id" | "kind">[],
): EntryDraft | null {
  const last = new Map(record.lastNumbers);
  const given: { itemId: string; reference: string }[] = [];
  for (const item of items) {
    const letter = itemKinds[item.kind].referenceLetter;
    if (letter === null || record.references.has(item.id)) continue;
    const number = (last.get(letter) ?? 0) + 1;
    last.set(letter, number);
    given.push({ itemId: item.id, reference: `${letter}-${number}` });
  }
  return given.length === 0
    ? null
    : { type: giveReferences.name, facts: { references: given }, words: {} };
}
