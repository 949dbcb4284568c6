/** Which needs the open statement covers, kept up while people write. */
import { useSyncExternalStore } from "react";
import { coverageOf, type Coverage } from "../../shared/coverage.ts";
import { useSession } from "./hooks.ts";
import { restedStores, type Work } from "./rested-store.ts";

/** What did not change is the same object, so the items need no second look. */
export const workOutCoverage: Work<Coverage> = (items, record, before) => {
  const worked = coverageOf(items, record, before);
  const isSame =
    before?.items.length === worked.items.length &&
    before.items.every((item, at) => item === worked.items[at]);
  return isSame ? before : worked;
};

const storeOf = restedStores(workOutCoverage);

export function useCoverage(): Coverage {
  const store = storeOf(useSession());
  return useSyncExternalStore(store.subscribe, store.now);
}
