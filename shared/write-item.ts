/**
 * Makes an item say something else by the smallest changes. Promises that what stays the same is not
 * touched: letters keep their place, and with them carets, comments and links.
 */
import * as Y from "yjs";
import { equalityDeep } from "lib0/function";
import { itemKinds } from "./item-kinds.ts";
import { addVariation, fragmentOf, itemsOf, readItem, type Item, type NewItem } from "./items.ts";
import { makeFragment, type RichText } from "./rich-text.ts";
import { textFingerprint } from "./even-text.ts";
import { variationField } from "./variations.ts";
import { writeRichText } from "./write-rich-text.ts";

/** What an item is to say. Whatever is not named stays, variations of other keys too. */
export type WantedItem = Partial<Omit<NewItem, "id" | "kind">>;

/**
 * In the caller's transaction.
 * @returns false when there is no such item, and nothing is written
 */
export function writeItem(doc: Y.Doc, itemId: string, wanted: WantedItem): boolean {
  const map = itemsOf(doc).get(itemId);
  const item = readItem(itemId, map);
  if (!map || !item) return false;
  for (const [name, text] of Object.entries(wanted.fields ?? {})) {
    if (itemKinds[item.kind].fields.some((field) => field.name === name))
      writeText(doc, item, name, text);
  }
  for (const { key, text } of wanted.variations ?? []) {
    addVariation(doc, itemId, key);
    writeText(doc, item, variationField(key), text);
  }
  if (wanted.notes) writeNotes(map, item, wanted.notes);
  if (wanted.raisedBy) writeRaisedBy(map, wanted.raisedBy);
  writeValues(map, item, wanted);
  return true;
}

type Values = Pick<
  Item,
  "order" | "priority" | "level" | "removed" | "aliases" | "origin" | "extra"
>;

const valueNames = [
  "order",
  "priority",
  "level",
  "removed",
  "aliases",
  "origin",
  "extra",
] as const satisfies readonly (keyof Values)[];

function writeValues(map: Y.Map<unknown>, item: Item, wanted: WantedItem): void {
  for (const name of valueNames) {
    const value = wanted[name];
    if (value !== undefined && !equalityDeep(item[name], value)) map.set(name, value);
  }
}

function writeText(doc: Y.Doc, item: Item, field: string, wanted: RichText): void {
  const fragment = fragmentOf(doc, item.id, field);
  if (fragment) writeRichText(fragment, wanted);
}

function writeNotes(map: Y.Map<unknown>, item: Item, wanted: RichText): void {
  const notes: unknown = map.get("notes");
  if (notes instanceof Y.XmlFragment) writeRichText(notes, wanted);
  else if (textFingerprint(item.notes) !== textFingerprint(wanted))
    map.set("notes", makeFragment(wanted));
}

function writeRaisedBy(map: Y.Map<unknown>, wanted: readonly string[]): void {
  const raisedBy: unknown = map.get("raisedBy");
  if (!(raisedBy instanceof Y.Map)) {
    map.set("raisedBy", new Y.Map(wanted.map((boroughId) => [boroughId, true])));
    return;
  }
  for (const boroughId of raisedBy.keys()) {
    if (!wanted.includes(boroughId)) raisedBy.delete(boroughId);
  }
  for (const boroughId of wanted) {
    if (!raisedBy.has(boroughId)) raisedBy.set(boroughId, true);
  }
}
