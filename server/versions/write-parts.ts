/** Writes parts of a text as they are wanted, each item by the smallest changes. */
import type * as Y from "yjs";
import { aboutOf, addItem, itemsOf, type Item } from "../../shared/items.ts";
import type { RichText } from "../../shared/rich-text.ts";
import { boroughOfVariation, variationKeyOf } from "../../shared/variations.ts";
import { writeItem, type WantedItem } from "../../shared/write-item.ts";
import type { PartChange } from "../../shared/part-changes.ts";

/** In the caller's transaction: every part says what it is to be `after`. */
export function writeParts(doc: Y.Doc, changes: readonly PartChange[]): void {
  const byItem = Map.groupBy(changes, ({ itemId }) => itemId);
  for (const [itemId, parts] of byItem) {
    if (itemId === null) for (const { part, after } of parts) aboutOf(doc).set(part, after);
    else writeItemParts(doc, itemId, parts);
  }
}

function writeItemParts(doc: Y.Doc, itemId: string, changes: readonly PartChange[]): void {
  const made = changes.find(({ part }) => part === "made");
  if (made) {
    if (!itemsOf(doc).has(itemId)) addItem(doc, made.after as Item);
    return;
  }
  writeItem(doc, itemId, wantedBy(changes));
}

function wantedBy(changes: readonly PartChange[]): WantedItem {
  const fields: Record<string, RichText> = {};
  const variations: Item["variations"][number][] = [];
  const values: Record<string, unknown> = {};
  for (const { part, after } of changes) {
    const key = variationKeyOf(part);
    if (key !== null)
      variations.push({ key, boroughId: boroughOfVariation(key), text: after as RichText });
    else if (part.startsWith("field:")) fields[part.slice("field:".length)] = after as RichText;
    else values[part] = after;
  }
  return { ...values, fields, variations };
}
