/** A new item as it will read once it is written: for references, links and checks that are decided before. */
import { itemKinds } from "../../../shared/item-kinds.ts";
import type { Item, NewItem } from "../../../shared/items.ts";
import { emptyRichText } from "../../../shared/rich-text.ts";

/** What `readItem` will give for it. */
export function itemOfNew(item: NewItem): Item {
  const fields = itemKinds[item.kind].fields.map(
    ({ name }) => [name, item.fields?.[name] ?? emptyRichText] as const,
  );
  return {
    id: item.id,
    kind: item.kind,
    order: item.order,
    priority: item.priority ?? null,
    level: item.level ?? 1,
    raisedBy: [...(item.raisedBy ?? [])].toSorted(),
    aliases: item.aliases ?? [],
    removed: item.removed ?? null,
    fields: Object.fromEntries(fields),
    notes: item.notes ?? emptyRichText,
    variations: item.variations ?? [],
    origin: item.origin ?? null,
    extra: item.extra ?? {},
  };
}
