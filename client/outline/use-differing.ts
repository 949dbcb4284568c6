/** For how many items something differs for a borough, kept up while people write. */
import { useSyncExternalStore } from "react";
import { variationsShown } from "../../shared/variations.ts";
import { useSession } from "../connection/hooks.ts";
import { restedStores } from "../connection/rested-store.ts";

const storeOf = restedStores<number>(
  (items) => items.filter((item) => !item.removed && variationsShown(item).length > 0).length,
);

export function useDiffering(): number {
  const store = storeOf(useSession());
  return useSyncExternalStore(store.subscribe, store.now);
}
