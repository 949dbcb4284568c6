/**
 * Makes new items. Promises that taking this back takes away nothing that others wrote in them: the
 * items are made removed, which is never undone, and bringing them in is the act that is.
 */
import type { ItemKind } from "../../../shared/item-kinds.ts";
import { addItem, itemsOf, type NewItem } from "../../../shared/items.ts";
import { orderBetween } from "../../../shared/order.ts";
import { act, type Acting } from "./act.ts";
import { newItemId, orderTail } from "./new-id.ts";

export type Fresh = Omit<NewItem, "id" | "order" | "notes" | "removed">;

/**
 * @param after the item they come below; null puts them first
 * @param why why they are not taken forward once that is undone
 * @returns their ids, in the order given
 */
export function makeItems(
  session: Acting,
  after: string | null,
  fresh: readonly Fresh[],
  why = "",
): string[] {
  const order = session.items.order();
  const place = after === null ? -1 : order.indexOf(after);
  const orderOf = (id: string | undefined): string | null =>
    id === undefined ? null : (session.items.item(id)?.order ?? null);
  let low = after === null ? null : orderOf(after);
  const high = orderOf(order[place + 1]);
  const items = fresh.map((item) => {
    low = orderBetween(low, high, orderTail());
    return { ...item, id: newItemId(), order: low, removed: { why } };
  });
  session.undo.stopCapturing();
  session.doc.transact(() => {
    for (const item of items) addItem(session.doc, item);
  });
  act(session, () => {
    for (const { id } of items) itemsOf(session.doc).get(id)?.set("removed", null);
  });
  return items.map(({ id }) => id);
}

/** Makes one empty item. @returns its id */
export function makeItem(
  session: Acting,
  after: string | null,
  kind: ItemKind,
  raisedBy: readonly string[] = [],
): string {
  const [id = ""] = makeItems(session, after, [{ kind, raisedBy }]);
  return id;
}
