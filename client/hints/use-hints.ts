/** The wording hints of an item, once its writer pauses. */
import { useEffect, useState } from "react";
import type { Decision } from "../../shared/record-state.ts";
import { hintsOf, type Hint } from "../../shared/wording-checks.ts";
import { useItem, useRecord } from "../connection/hooks.ts";

export interface ItemHints {
  readonly open: readonly Hint[];
  readonly dismissed: readonly { readonly hint: Hint; readonly decision: Decision }[];
}

/** Nobody wants to be told that a sentence has no measure while they are at its third word. */
const pauseMs = 1_000;

export function useItemHints(itemId: string): ItemHints {
  const item = useRested(useItem(itemId));
  const dismissed = useRecord((record) => record.dismissedHints.get(itemId));
  const hints = item ? hintsOf(item) : [];
  return {
    open: hints.filter(({ check }) => !dismissed?.has(check)),
    dismissed: hints.flatMap((hint) => {
      const decision = dismissed?.get(hint.check);
      return decision ? [{ hint, decision }] : [];
    }),
  };
}

function useRested<Value>(value: Value): Value {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    if (value === rested) return undefined;
    const timer = setTimeout(() => setRested(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value, rested]);
  return rested;
}
