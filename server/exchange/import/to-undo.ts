/** What an import changed, as it is kept so that it can be undone. */
import { z } from "zod";
import { digestOf } from "../../../shared/canonical.ts";
import { evenOut } from "../../../shared/even-text.ts";
import type { Item } from "../../../shared/items.ts";
import { hasWords } from "../../../shared/plain-text.ts";
import type { RichText } from "../../../shared/rich-text.ts";
import type { WantedItem } from "../../../shared/write-item.ts";

export interface ItemToUndo {
  readonly itemId: string;
  /** What is to be put back; null for an item that the import made. */
  readonly before: WantedItem | null;
  /** Fingerprint of the item as the import left it. */
  readonly after: string;
}

export interface ToUndo {
  readonly fileName: string;
  readonly items: readonly ItemToUndo[];
  /** Only of imports that an older Needline brought in: links and suggestions that they made. */
  readonly threadIds?: readonly string[] | undefined;
}

const shape = z.object({
  fileName: z.string(),
  items: z.array(
    z.object({
      itemId: z.string(),
      before: z.custom<WantedItem>((value) => typeof value === "object").nullable(),
      after: z.string(),
    }),
  ),
  threadIds: z.array(z.string()).optional(),
});

export function readToUndo(json: string): ToUndo {
  return shape.parse(JSON.parse(json));
}

/** What is to be put back when an import that stopped half-way is brought in again: of an item, what was there first. */
export function joinToUndo(earlier: ToUndo, later: ToUndo): ToUndo {
  const first = new Map(earlier.items.map((item) => [item.itemId, item]));
  const again = new Set(later.items.map(({ itemId }) => itemId));
  return {
    fileName: later.fileName,
    items: [
      ...earlier.items.filter(({ itemId }) => !again.has(itemId)),
      ...later.items.map((item) => {
        const before = first.get(item.itemId)?.before;
        return before === undefined ? item : { ...item, before: joined(before, item.before) };
      }),
    ],
  };
}

/** Null for an item that the import made. */
function joined(earlier: WantedItem | null, later: WantedItem | null): WantedItem | null {
  if (earlier === null || later === null) return null;
  const fields = { ...later.fields, ...earlier.fields };
  return { ...later, ...earlier, ...(Object.keys(fields).length > 0 ? { fields } : {}) };
}

/** The same for two states of an item that say the same, wherever it stands. */
export function itemFingerprint(item: Item): string {
  const { id: _, order: _order, fields, notes, variations, ...values } = item;
  return digestOf({
    ...values,
    fields: Object.entries(fields).map(([name, text]) => [name, even(text)]),
    notes: even(notes),
    variations: variations
      .filter(({ text }) => hasWords(text))
      .map(({ key, text }) => [key, even(text)]),
  });
}

/** What an item says now of all that is wanted to be another. */
export function beforeOf(item: Item, wanted: WantedItem): WantedItem {
  const names = (Object.keys(wanted) as (keyof WantedItem)[]).filter(
    (name) => name !== "fields" && name !== "variations",
  );
  const values = Object.fromEntries(names.map((name) => [name, item[name]])) as WantedItem;
  const fields = Object.keys(wanted.fields ?? {}).flatMap((name) => {
    const text = item.fields[name];
    return text ? [[name, text] as const] : [];
  });
  const variations = (wanted.variations ?? []).map(({ key, boroughId }) => ({
    key,
    boroughId,
    text: item.variations.find((one) => one.key === key)?.text ?? nothing,
  }));
  return {
    ...values,
    ...(wanted.fields ? { fields: Object.fromEntries(fields) } : {}),
    ...(wanted.variations ? { variations } : {}),
  };
}

const nothing: RichText = { type: "doc", content: [{ type: "paragraph" }] };

function even(text: RichText): RichText {
  return hasWords(text) ? evenOut(text) : nothing;
}
