/**
 * Reads the text of a version, which an older Needline may have kept: what it did not know is as in a
 * new item. The text has the digest of its entry, so this server wrote it and its parts are not looked
 * at one by one: of a large statement that would hold everybody up.
 */
import { defaultPriorityWords, isItemKind, itemKinds } from "../../shared/item-kinds.ts";
import type { Item } from "../../shared/items.ts";
import { emptyRichText } from "../../shared/rich-text.ts";
import type { TextThen } from "../../shared/text-then.ts";

/** What may be missing is what came to be known later. */
type KeptItem = Pick<Item, "id" | "kind" | "order" | "fields"> & Partial<Item>;
type KeptText = Omit<TextThen, "items"> & { readonly items: readonly KeptItem[] };

/** @throws when it is not the text of a version */
export function parseText(json: string): TextThen {
  const { title, priorityWords, items } = JSON.parse(json) as KeptText;
  return {
    title,
    priorityWords: { ...defaultPriorityWords, ...priorityWords },
    items: items.filter(({ kind }) => isItemKind(kind)).map(wholeItem),
  };
}

function wholeItem(kept: KeptItem): Item {
  const fields = itemKinds[kept.kind].fields.map(
    ({ name }) => [name, kept.fields[name] ?? emptyRichText] as const,
  );
  return {
    priority: null,
    level: 1,
    raisedBy: [],
    aliases: [],
    removed: null,
    notes: emptyRichText,
    variations: [],
    origin: null,
    extra: {},
    ...kept,
    fields: Object.fromEntries(fields),
  };
}
