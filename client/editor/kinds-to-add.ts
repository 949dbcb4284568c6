/** The kinds of item that can be added, in the order in which a statement comes about, and what the button says. */
import { itemKinds, type ItemKind } from "../../shared/item-kinds.ts";

export const kindsToAdd: readonly ItemKind[] = [
  "need",
  "requirement",
  "outcome",
  "text",
  "section",
];

export function addWords(kind: ItemKind): string {
  const lower = itemKinds[kind].label.toLowerCase();
  if (kind === "text") return "Add text";
  return `Add ${kind === "outcome" ? "an" : "a"} ${lower}`;
}
