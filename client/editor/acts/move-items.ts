/** Moves items by giving them a new order. Promises that a section takes its items with it in one step. */
import { itemsOf } from "../../../shared/items.ts";
import { orderBetween } from "../../../shared/order.ts";
import type { ItemStore } from "../../connection/item-store.ts";
import { act, type Acting } from "./act.ts";
import { orderTail } from "./new-id.ts";
import { blockOf } from "./section-block.ts";

/**
 * Puts an item, or a section with its items, right below another; null puts it first.
 * @returns false when it stands there already or would be put into itself
 */
export function moveBelow(session: Acting, id: string, target: string | null): boolean {
  const block = blockOf(session.items, id);
  if (block.length === 0 || (target !== null && block.includes(target))) return false;
  const rest = session.items.order().filter((other) => !block.includes(other));
  const place = target === null ? -1 : rest.indexOf(target);
  if (target !== null && place < 0) return false;
  const orderOf = (other: string | undefined): string | null =>
    other === undefined ? null : (session.items.item(other)?.order ?? null);
  const current = session.items.order();
  const first = current.indexOf(block[0] ?? "");
  if ((current[first - 1] ?? null) === target) return false;
  let low = target === null ? null : orderOf(target);
  const high = orderOf(rest[place + 1]);
  act(session, () => {
    for (const one of block) {
      low = orderBetween(low, high, orderTail());
      itemsOf(session.doc).get(one)?.set("order", low);
    }
  });
  return true;
}

/** Moves an item past its neighbour; a section past the section before or after it. */
export function moveByOne(session: Acting, id: string, direction: 1 | -1): boolean {
  const target = targetByOne(session.items, id, direction);
  return target !== undefined && moveBelow(session, id, target);
}

/** What `moveByOne` would put the item below, or undefined when there is nowhere to go. */
function targetByOne(items: ItemStore, id: string, direction: 1 | -1): string | null | undefined {
  const item = items.item(id);
  if (!item) return undefined;
  const block = blockOf(items, id);
  const order = items.order();
  const isShown = (other: string): boolean => items.item(other)?.removed === null;
  const first = order.indexOf(id);
  if (direction === -1) {
    const above = order.slice(0, first).filter(isShown);
    if (item.kind !== "section") {
      const before = above.at(-1);
      return before === undefined ? undefined : (order[order.indexOf(before) - 1] ?? null);
    }
    const section = above.findLast((other) => isSectionUpTo(items, other, item.level));
    if (section !== undefined) return order[order.indexOf(section) - 1] ?? null;
    return above.length > 0 ? null : undefined;
  }
  const next = order.slice(first + block.length).find(isShown);
  if (next === undefined) return undefined;
  if (item.kind !== "section") return next;
  return blockOf(items, next).at(-1);
}

function isSectionUpTo(items: ItemStore, id: string, level: number): boolean {
  const item = items.item(id);
  return item?.kind === "section" && item.level <= level;
}

/** Puts an item at the end of a section. */
export function moveToSection(session: Acting, id: string, sectionId: string): boolean {
  const block = blockOf(session.items, id);
  const rest = blockOf(session.items, sectionId).filter((other) => !block.includes(other));
  const last = rest.at(-1);
  return last !== undefined && moveBelow(session, id, last);
}
