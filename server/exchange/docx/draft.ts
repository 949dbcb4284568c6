/** An item as read from a Word file, before it has its key. */
import type { ItemKind } from "../../../shared/item-kinds.ts";
import type { ProposedItem } from "../../../shared/proposed-file.ts";

export type Draft = Omit<ProposedItem, "key">;

/** @param why the kind is suggested, as a sentence */
export function readPlace(
  where: string,
  kind: ItemKind,
  why: string,
): Pick<Draft, "where" | "kind" | "why"> {
  return { where, kind, why };
}
