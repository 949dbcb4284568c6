/** Which items of the open statement have wording hints, and how many musts it has, kept up while people write. */
import { useSyncExternalStore } from "react";
import { KeptHints, type StatementHints } from "../../shared/kept-hints.ts";
import { useSession } from "./hooks.ts";
import { restedStores } from "./rested-store.ts";

const storeOf = restedStores(() => new KeptHints());

export function useStatementHints(): StatementHints {
  const store = storeOf(useSession());
  return useSyncExternalStore(store.subscribe, store.now);
}
