/** The kinds of item that can be added, from what one writes most to what one writes least, and what the button says. */
import { allKinds, itemKinds, type ItemKind } from "../../shared/item-kinds.ts";

export const kindsToAdd: readonly ItemKind[] = allKinds.toReversed();

export function addWords(kind: ItemKind): string {
  const lower = itemKinds[kind].label.toLowerCase();
  if (kind === "text") return "Add text";
  return `Add ${kind === "outcome" ? "an" : "a"} ${lower}`;
}
