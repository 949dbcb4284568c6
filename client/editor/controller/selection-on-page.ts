/** What is selected with the mouse where no editor is open, as offsets in the field's plain text. */
import type { FieldSelection } from "../../connection/field-selection.ts";
import type { ItemStore } from "../../connection/item-store.ts";
import { fieldAround, placeOfField } from "../live/field-place.ts";
import { textOf } from "../text/item-fields.ts";
import { nodeOfRichText } from "../text/rich-text-node.ts";
import { textOffsets } from "../text/text-offsets.ts";

/** Null when nothing is selected, or words of several fields. */
export function selectionOnPage(items: ItemStore, root: HTMLElement): FieldSelection | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const field = fieldAround(range.startContainer);
  const place = placeOfField(field);
  const item = place && items.item(place.itemId);
  const text = item && textOf(item, place.field);
  if (!field || !place || !text || !root.contains(field)) return null;
  // Words that are shown as if they were accepted are not in the text.
  if (field.dataset["asIf"] !== undefined) return null;
  // A triple click selects up to the start of what comes after.
  const isInside = field.contains(range.endContainer) || range.endOffset === 0;
  if (!isInside) return null;
  const { runs } = textOffsets(nodeOfRichText(text));
  const texts = textsOf(field);
  const offsets: number[] = [];
  let run = 0;
  let used = 0;
  for (const node of texts) {
    const at = runs[run];
    if (!at) break;
    const start = at.offset + used;
    if (range.intersectsNode(node)) {
      const from = node === range.startContainer ? range.startOffset : 0;
      const to = node === range.endContainer ? range.endOffset : node.length;
      if (from < to) offsets.push(start + from, start + to);
    }
    used += node.length;
    // Highlights cut a run into several texts.
    if (used >= at.length) {
      run += 1;
      used = 0;
    }
  }
  const [from] = offsets;
  const to = offsets.at(-1);
  return from === undefined || to === undefined ? null : { ...place, from, to };
}

function textsOf(field: HTMLElement): Text[] {
  const walker = document.createTreeWalker(field, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts;
}
