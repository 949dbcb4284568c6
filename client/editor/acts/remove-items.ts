/** Takes items out with a reason, and puts them back. Items are never deleted. */
import { itemsOf } from "../../../shared/items.ts";
import { act, type Acting } from "./act.ts";
import { blockOf } from "./section-block.ts";

/** What would be taken out with an item: itself, or a section with its items. Removed ones are not counted. */
export function goesWith(session: Acting, id: string): string[] {
  return blockOf(session.items, id).filter((one) => session.items.item(one)?.removed === null);
}

export function removeItem(session: Acting, id: string, why: string): void {
  takeOut(session, goesWith(session, id), why);
}

/** Takes out just these, as one step. */
export function takeOut(session: Acting, ids: readonly string[], why: string): void {
  act(session, () => {
    for (const one of ids) itemsOf(session.doc).get(one)?.set("removed", { why });
  });
}

export function putBack(session: Acting, ids: readonly string[]): void {
  act(session, () => {
    for (const id of ids) itemsOf(session.doc).get(id)?.set("removed", null);
  });
}
