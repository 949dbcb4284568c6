/** Undo and redo from anywhere in the document: the focus goes to where something changed. */
import { layOut } from "../../../shared/field-layout.ts";
import { announce } from "../../controls/announcer.tsx";
import { undoStep, type Changed } from "../acts/undo.ts";
import { fieldFragment } from "../text/item-fields.ts";
import type { DocumentController } from "./document-controller.ts";

/** @returns true: the key is used up, even when there was nothing to take back */
export function takeBack(controller: DocumentController, direction: "undo" | "redo"): true {
  const changed = undoStep(controller.session, direction);
  controller.pasteOffer.set(null);
  if (changed) controller.whenShown(() => goToChange(controller, changed));
  else announce(direction === "undo" ? "Nothing to undo." : "Nothing to redo.");
  return true;
}

function goToChange(controller: DocumentController, { itemId, field, caret }: Changed): void {
  const { session, live } = controller;
  const item = session.items.item(itemId);
  if (!item || item.removed) return;
  if (field === null) {
    // A move or a priority: whoever is typing in that item goes on typing.
    if (live.open?.itemId !== itemId) controller.focusItem(itemId);
    return;
  }
  const fragment = fieldFragment(session.doc, itemId, field);
  const offset = fragment && caret ? layOut(fragment).offsetOf(caret.text, caret.index) : null;
  const isOpened = controller.open(
    { itemId, field },
    offset === null ? { at: "end" } : { at: "offsets", from: offset, to: offset },
  );
  // What differs for a borough has gone from the page with its last word.
  if (!isOpened) controller.focusItem(itemId);
}
