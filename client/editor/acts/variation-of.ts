/** The variation in which somebody writes what differs for their borough. */
import { addVariation } from "../../../shared/items.ts";
import { variationField, variationKey, variationsShown } from "../../../shared/variations.ts";
import type { Acting } from "./act.ts";
import { newItemId } from "./new-id.ts";

/**
 * The name of its field: the one with words that the borough has, else an empty one, else a new one.
 * Making it is no step of undo, which would take away what others write in it.
 */
export function variationOf(session: Acting, itemId: string, boroughId: string): string {
  const item = session.items.item(itemId);
  const own = item?.variations.filter((variation) => variation.boroughId === boroughId) ?? [];
  const known = (item && variationsShown(item, boroughId)[0]) ?? own[0];
  if (known) return variationField(known.key);
  const key = variationKey(boroughId, newItemId());
  session.undo.stopCapturing();
  session.doc.transact(() => addVariation(session.doc, itemId, key));
  session.items.flush();
  return variationField(key);
}
