/** What the panels add to the menu of an item. */
import { useCallback } from "react";
import type { Item } from "../../../shared/items.ts";
import type { MenuItem } from "../../controls/menu-button.tsx";

/** @returns the same function until what the person may do changes */
export function useItemChoices(): (item: Item) => readonly MenuItem[] {
  return useCallback(() => [], []);
}
