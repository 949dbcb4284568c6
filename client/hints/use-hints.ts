/** The wording hints of an item, once its writer pauses. */
import { useCallback, useMemo, useRef, useSyncExternalStore } from "react";
import type { Item } from "../../shared/items.ts";
import type { Decision } from "../../shared/record-state.ts";
import { hintsOf, type Hint } from "../../shared/wording-checks.ts";
import { useRecord, useSession } from "../connection/hooks.ts";

export interface ItemHints {
  readonly open: readonly Hint[];
  readonly dismissed: readonly { readonly hint: Hint; readonly decision: Decision }[];
}

/** Nobody wants to be told that a sentence has no measure while they are at its third word. */
const pauseMs = 1_000;

export function useItemHints(itemId: string): ItemHints {
  const item = useRestedItem(itemId);
  const dismissed = useRecord((record) => record.dismissedHints.get(itemId));
  const hints = useMemo(() => (item ? hintsOf(item) : []), [item]);
  return {
    open: hints.filter(({ check }) => !dismissed?.has(check)),
    dismissed: hints.flatMap((hint) => {
      const decision = dismissed?.get(hint.check);
      return decision ? [{ hint, decision }] : [];
    }),
  };
}

/** The item as it was when its writers last paused: until then nothing is rendered here. */
function useRestedItem(itemId: string): Item | undefined {
  const { items } = useSession();
  const rested = useRef(items.item(itemId));
  const subscribe = useCallback(
    (listener: () => void) => {
      rested.current = items.item(itemId);
      let timer: ReturnType<typeof setTimeout> | undefined;
      const look = (): void => {
        rested.current = items.item(itemId);
        listener();
      };
      const stop = items.subscribeItem(itemId, () => {
        clearTimeout(timer);
        timer = setTimeout(look, pauseMs);
      });
      return () => {
        clearTimeout(timer);
        stop();
      };
    },
    [items, itemId],
  );
  return useSyncExternalStore(subscribe, () => rested.current);
}
