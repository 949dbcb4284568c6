/**
 * Where an item stands: a fractional index (Greenspan, "Implementing fractional indexing", 2020)
 * with a random tail, so that two people who insert in one place never make the same order.
 */
import { generateKeyBetween } from "fractional-indexing";

/**
 * An order between two neighbours; null means the start or the end.
 * @param tail letters and digits, random; makes the order differ from anybody else's here.
 * Neighbours that are not orders (another program wrote them) count as null.
 */
export function orderBetween(before: string | null, after: string | null, tail: string): string {
  const low = before !== null && isOrder(before) ? before : null;
  const high = after !== null && isOrder(after) && (low === null || low < after) ? after : null;
  let key = generateKeyBetween(low, high);
  // Where the key begins the upper neighbour, a tail could pass it: go below first.
  while (high?.startsWith(key)) key = generateKeyBetween(key, high);
  // A key must not end in 0; "V" is the middle digit of the alphabet.
  return `${key}${tail}V`;
}

/**
 * Orders for `count` items in a row between two neighbours. They share one beginning, so nobody
 * else's item comes between them and they stay short however many there are.
 */
export function ordersBetween(
  before: string | null,
  after: string | null,
  tail: string,
  count: number,
): string[] {
  const beginning = orderBetween(before, after, tail);
  const width = String(count).length;
  return Array.from(
    { length: count },
    (_, place) => `${beginning}${String(place).padStart(width, "0")}V`,
  );
}

/** Compares by order, then by id: the same everywhere. */
export function compareOrder(
  a: { readonly order: string; readonly id: string },
  b: { readonly order: string; readonly id: string },
): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function isOrder(key: string): boolean {
  try {
    generateKeyBetween(key, null);
    return true;
  } catch {
    return false;
  }
}
