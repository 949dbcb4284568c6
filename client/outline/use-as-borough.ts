/** What reading the statement as one borough's leaves out and adds, kept up while people write. */
import { useMemo, useSyncExternalStore } from "react";
import { KeptReadAs, type ReadAs } from "../../shared/kept-read-as.ts";
import { useSession } from "../connection/hooks.ts";
import { restedStores, type RestedStore, type Sources } from "../connection/rested-store.ts";

/** By borough: one for each is kept as long as the page. */
const storesOf = new Map<string, (sources: Sources) => RestedStore<ReadAs>>();

function storeOf(boroughId: string, sources: Sources): RestedStore<ReadAs> {
  const stores = storesOf.get(boroughId) ?? restedStores(() => new KeptReadAs(boroughId));
  storesOf.set(boroughId, stores);
  return stores(sources);
}

/** @returns the same object until something in it changes; null while it is read as everybody's */
export function useAsBorough(boroughId: string | null): ReadAs | null {
  const session = useSession();
  const store = useMemo(
    () => (boroughId === null ? null : storeOf(boroughId, session)),
    [session, boroughId],
  );
  return useSyncExternalStore(
    useMemo(() => store?.subscribe ?? (() => () => {}), [store]),
    () => store?.now() ?? null,
  );
}
