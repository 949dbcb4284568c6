/** Begins a comment or a link about the words that are selected, or else about the whole item. */
import type { ChosenPlace } from "../../connection/field-selection.ts";
import type { DocumentController } from "../controller/document-controller.ts";
import { selectionOnPage } from "../controller/selection-on-page.ts";

export function chooseWords(controller: DocumentController, what: "comment" | "meet"): void {
  const place = chosenPlace(controller);
  if (!place) return;
  if (what === "comment") controller.callbacks?.onComment(place);
  else controller.callbacks?.onMeet(place);
}

function chosenPlace({ live, root, session }: DocumentController): ChosenPlace | null {
  const { open } = live;
  if (open) return live.selection() ?? { itemId: open.itemId };
  return root && selectionOnPage(session.items, root);
}
