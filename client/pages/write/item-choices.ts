/** What the panels add to the menu of an item. */
import { useCallback } from "react";
import type { Item } from "../../../shared/items.ts";
import type { MenuItem } from "../../controls/menu-button.tsx";

interface ItemChoices {
  /** Shows who wrote what in an item. */
  readonly onHistory: (itemId: string) => void;
}

/** @returns the same function until what the person may do changes */
export function useItemChoices({ onHistory }: ItemChoices): (item: Item) => readonly MenuItem[] {
  return useCallback(
    ({ id }) => [{ id: "history", label: "Who wrote what…", onChoose: () => onHistory(id) }],
    [onHistory],
  );
}
