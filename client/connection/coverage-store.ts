/** Which needs the open statement covers, kept up while people write. */
import { useSyncExternalStore } from "react";
import { KeptCoverage, type Coverage } from "../../shared/coverage.ts";
import { useSession } from "./hooks.ts";
import { restedStores } from "./rested-store.ts";

const storeOf = restedStores(() => new KeptCoverage());

/** The same object until something in it changes; so is each item. */
export function useCoverage(): Coverage {
  const store = storeOf(useSession());
  return useSyncExternalStore(store.subscribe, store.now);
}
