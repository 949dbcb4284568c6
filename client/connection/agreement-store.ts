/** What is left to agree in the open statement, kept up while people write. */
import { useSyncExternalStore } from "react";
import { KeptAgreement, type Agreement } from "../../shared/agreement.ts";
import { useSession } from "./hooks.ts";
import { restedStores } from "./rested-store.ts";

const storeOf = restedStores(() => new KeptAgreement());

/** The same object until something in it changes; so is each row. */
export function useAgreement(): Agreement {
  const store = storeOf(useSession());
  return useSyncExternalStore(store.subscribe, store.now);
}
