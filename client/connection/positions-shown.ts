/** The one item of which this page shows what boroughs say, in a dialog over whatever page it is. */
import { useSyncExternalStore } from "react";
import { Listeners } from "./listeners.ts";

let shown: string | null = null;
const listeners = new Listeners();

/** Opens what boroughs say about an item, or closes it with null. */
export function showPositions(itemId: string | null): void {
  if (itemId === shown) return;
  shown = itemId;
  listeners.tell();
}

export function usePositionsShown(): string | null {
  return useSyncExternalStore(
    (listener) => listeners.add(listener),
    () => shown,
  );
}
