/** What the panels add to the menu of an item. */
import { useCallback } from "react";
import type { Item } from "../../../shared/items.ts";
import { takesPositions } from "../../../shared/position.ts";
import { useMay, useMe } from "../../connection/hooks.ts";
import { showPositions } from "../../connection/positions-shown.ts";
import type { MenuItem } from "../../controls/menu-button.tsx";

interface ItemChoices {
  /** Shows who wrote what in an item. */
  readonly onHistory: (itemId: string) => void;
  /** Asks for a note that only the own borough sees. */
  readonly onNote: (itemId: string) => void;
}

/** @returns the same function until what the person may do changes */
export function useItemChoices(on: ItemChoices): (item: Item) => readonly MenuItem[] {
  const { onHistory, onNote } = on;
  const { boroughName } = useMe();
  const mayNote = useMay("note");
  return useCallback(
    ({ id, kind }) => [
      ...(takesPositions(kind) ? [positionsChoice(id)] : []),
      ...(mayNote
        ? [{ id: "note", label: `Note for ${boroughName} only…`, onChoose: () => onNote(id) }]
        : []),
      { id: "history", label: "Who wrote what…", onChoose: () => onHistory(id) },
    ],
    [onHistory, onNote, mayNote, boroughName],
  );
}

function positionsChoice(itemId: string): MenuItem {
  return { id: "positions", label: "What boroughs say…", onChoose: () => showPositions(itemId) };
}
