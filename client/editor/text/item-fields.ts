/** The fields of an item as the page shows them: those of its kind, its working notes, and what differs for boroughs. */
import * as Y from "yjs";
import { fieldOf, itemKinds, type Field, type ItemKind } from "../../../shared/item-kinds.ts";
import { fragmentOf, itemsOf, textOf as textOfField, type Item } from "../../../shared/items.ts";
import type { RichText } from "../../../shared/rich-text.ts";
import { variationField, variationKeyOf } from "../../../shared/variations.ts";

/** Only for the boroughs: never exported to suppliers, and no part of what anybody agrees to. */
const notesField: Field = {
  name: "notes",
  label: "Working notes",
  hint: "For the boroughs only, never sent to suppliers",
  lines: "several",
  tables: false,
  needed: false,
  always: false,
};

/** Fields that appear once they have words or are asked for. */
export function furtherFields(kind: ItemKind): readonly Field[] {
  return [...itemKinds[kind].fields.filter(({ always }) => !always), notesField];
}

/** What differs for a borough is written like a further field. */
export function variationDefinition(key: string, boroughName: string): Field {
  return {
    ...notesField,
    name: variationField(key),
    label: `Differs for ${boroughName}`,
    hint: `What is different for ${boroughName}`,
  };
}

export function definitionOf(kind: ItemKind, name: string): Field | undefined {
  const key = variationKeyOf(name);
  if (key !== null) return variationDefinition(key, "");
  return name === notesField.name ? notesField : fieldOf(kind, name);
}

export function textOf(item: Item, name: string): RichText | undefined {
  return name === notesField.name ? item.notes : textOfField(item, name);
}

export function fieldFragment(doc: Y.Doc, itemId: string, name: string): Y.XmlFragment | null {
  if (name !== notesField.name) return fragmentOf(doc, itemId, name);
  const notes: unknown = itemsOf(doc).get(itemId)?.get("notes");
  return notes instanceof Y.XmlFragment ? notes : null;
}
