/** What of other statements is in this one already. Pure. */
import type { Item } from "../../shared/items.ts";

/** Ids of the items here that came from an item elsewhere, by `originKey`; what was taken out does not count. */
export function broughtInAlready(items: Iterable<Item>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { id, origin, removed } of items) {
    const { statementId, itemId } = origin ?? {};
    if (statementId === undefined || itemId === undefined || removed !== null) continue;
    const key = originKey(statementId, itemId);
    found.set(key, [...(found.get(key) ?? []), id]);
  }
  return found;
}

export function originKey(statementId: string, itemId: string): string {
  return `${statementId}/${itemId}`;
}
