/** From the place somebody chose to an anchor, and an anchor brought up to the words of today. */
import type * as Y from "yjs";
import { makeAnchor, resolveAnchor, type Anchor } from "../../shared/anchors.ts";
import { fragmentOf } from "../../shared/items.ts";
import { isFieldSelection, type ChosenPlace } from "../connection/field-selection.ts";

export function anchorAt(doc: Y.Doc, place: ChosenPlace): Anchor {
  if (!isFieldSelection(place)) return { itemId: place.itemId };
  const { itemId, field, from, to } = place;
  const fragment = fragmentOf(doc, itemId, field);
  return fragment ? makeAnchor(fragment, itemId, field, from, to) : { itemId };
}

/** The same place with the words that stand there now: others may write while somebody comments. */
export function upToDate(doc: Y.Doc, anchor: Anchor): Anchor {
  const place = resolveAnchor(doc, anchor);
  if (place.state !== "found" || !place.changed) return anchor;
  return anchorAt(doc, { itemId: anchor.itemId, ...place });
}
