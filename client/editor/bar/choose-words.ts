/** Begins a comment, a link or other wording for the words that are selected, or else for the whole item. */
import { fieldOf } from "../../../shared/item-kinds.ts";
import type { ChosenPlace } from "../../connection/field-selection.ts";
import type { DocumentController } from "../controller/document-controller.ts";
import { selectionOnPage } from "../controller/selection-on-page.ts";

export type WhatToBegin = "comment" | "meet" | "suggest";

/** @returns whether there was anything to begin with */
export function chooseWords(controller: DocumentController, what: WhatToBegin): boolean {
  const place = chosenPlace(controller, what);
  if (!place) return false;
  if (what === "meet" && controller.kindOf(place.itemId) !== "requirement") return false;
  if (what === "comment") controller.callbacks?.onComment(place);
  else if (what === "meet") controller.callbacks?.onMeet(place);
  else controller.callbacks?.onSuggest(place);
  return true;
}

/** The same from a bar that is always there: says what to do when nothing is selected. */
export function chooseWordsOrSay(controller: DocumentController, what: WhatToBegin): void {
  if (chooseWords(controller, what)) return;
  const words = what === "meet" ? "words of a requirement" : "words";
  controller.notice.set({ words: `Select ${words} first, or use the ⋯ menu of an item.` });
}

/** Whether other wording can be suggested for a part of an item: not for notes, nor for what differs. */
export function canSuggestFor(
  controller: DocumentController,
  itemId: string,
  field: string,
): boolean {
  const kind = controller.kindOf(itemId);
  return kind !== undefined && fieldOf(kind, field) !== undefined;
}

function chosenPlace(controller: DocumentController, what: WhatToBegin): ChosenPlace | null {
  const { live, root, session } = controller;
  const { open } = live;
  const selected = open ? live.selection() : root && selectionOnPage(session.items, root);
  if (what === "suggest" && selected && !canSuggestFor(controller, selected.itemId, selected.field))
    return { itemId: selected.itemId };
  if (selected || !open) return selected;
  const { itemId, field } = open;
  // All of the part that the caret is in.
  return what === "suggest" && canSuggestFor(controller, itemId, field)
    ? { itemId, field, from: 0, to: 0 }
    : { itemId };
}
