/** What belongs to a section: the items below it, up to the next section of its own depth or above. */
import type { ItemStore } from "../../connection/item-store.ts";

/** The item alone, or a section with all that is in it, removed items too; in order. */
export function blockOf(items: ItemStore, id: string): string[] {
  const order = items.order();
  const start = order.indexOf(id);
  const head = items.item(id);
  if (start < 0 || !head) return [];
  if (head.kind !== "section") return [id];
  let end = start + 1;
  while (end < order.length) {
    const next = items.item(order[end] ?? "");
    const endsHere = next?.kind === "section" && !next.removed && next.level <= head.level;
    if (endsHere) break;
    end += 1;
  }
  return order.slice(start, end);
}

/** The section an item stands in, or null before the first one. */
export function sectionOf(items: ItemStore, id: string): string | null {
  const order = items.order();
  for (let at = order.indexOf(id); at >= 0; at -= 1) {
    const one = items.item(order[at] ?? "");
    if (one?.kind === "section" && !one.removed) return one.id;
  }
  return null;
}
