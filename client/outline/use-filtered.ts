/** The items that fit the filter, kept up while people write; null without a filter. */
import { useMemo, useSyncExternalStore } from "react";
import { useCoverage } from "../connection/coverage-store.ts";
import { useRecord, useSession } from "../connection/hooks.ts";
import { useStructure } from "../connection/structure.ts";
import { idsThatFit, isFiltering, type Filter } from "./filter.ts";

export interface Filtered {
  readonly ids: ReadonlySet<string>;
  readonly count: number;
}

export function useFiltered(filter: Filter): Filtered | null {
  const { items } = useSession();
  const structure = useStructure();
  const references = useRecord((record) => record.references);
  const notCovered = useNotCovered();
  const store = useMemo(() => {
    const context = { references, notCovered };
    let last: Filtered | null = null;
    return {
      subscribe: (listener: () => void): (() => void) =>
        isFiltering(filter) ? items.subscribe(listener) : () => {},
      now: (): Filtered | null => {
        if (!isFiltering(filter)) return null;
        const found = idsThatFit(structure, items, filter, context);
        // Whoever edits an item so that it no longer fits goes on seeing it until the filter changes.
        const ids = last === null ? found.ids : new Set([...last.ids, ...found.ids]);
        if (last?.ids.size !== ids.size || last.count !== found.count)
          last = { ids, count: found.count };
        return last;
      },
    };
  }, [filter, structure, items, references, notCovered]);
  return useSyncExternalStore(store.subscribe, store.now);
}

/** Needs and outcomes that nothing meets now. */
export function useNotCovered(): ReadonlySet<string> {
  const { items } = useCoverage();
  return useMemo(
    () => new Set(items.filter(({ state }) => notCoveredStates.has(state)).map(({ id }) => id)),
    [items],
  );
}

const notCoveredStates: ReadonlySet<string> = new Set(["notCovered", "onlyRemoved", "changed"]);
