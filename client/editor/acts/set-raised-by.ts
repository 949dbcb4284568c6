/** Says whose need or wish an item is; several boroughs may share it. */
import * as Y from "yjs";
import { itemsOf } from "../../../shared/items.ts";
import { act, type Acting } from "./act.ts";

export function setRaisedBy(
  session: Acting,
  itemId: string,
  boroughId: string,
  isRaised: boolean,
): void {
  const raisedBy: unknown = itemsOf(session.doc).get(itemId)?.get("raisedBy");
  if (!(raisedBy instanceof Y.Map) || raisedBy.has(boroughId) === isRaised) return;
  act(session, () => {
    if (isRaised) raisedBy.set(boroughId, true);
    else raisedBy.delete(boroughId);
  });
}
