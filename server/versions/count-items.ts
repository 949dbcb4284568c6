/** How many items some changes are of. */
import type { PartChange } from "../../shared/part-changes.ts";

export function countItems(changes: readonly PartChange[]): number {
  return new Set(changes.map(({ itemId }) => itemId)).size;
}
