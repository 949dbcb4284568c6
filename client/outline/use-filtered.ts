/** The items that are shown, kept up while people write: those that fit the filter and are not hidden; null when all are. */
import { useMemo, useSyncExternalStore } from "react";
import { useCoverage } from "../connection/coverage-store.ts";
import { useStatementHints } from "../connection/hint-store.ts";
import { useRecord, useSession } from "../connection/hooks.ts";
import type { ItemStore } from "../connection/item-store.ts";
import { useNotes } from "../connection/note-store.ts";
import { useStructure, type Structure } from "../connection/structure.ts";
import { idsThatFit, isFiltering, type Filter, type FilterContext } from "./filter.ts";

export interface Filtered {
  readonly ids: ReadonlySet<string>;
  readonly count: number;
}

/** @param hidden ids of items that are left out whatever the filter says; the same set until it changes */
export function useFiltered(
  filter: Filter,
  hidden: ReadonlySet<string> = nothingHidden,
): Filtered | null {
  const { items } = useSession();
  const structure = useStructure();
  const references = useRecord((record) => record.references);
  const notCovered = useNotCovered();
  const store = useMemo(() => new FilteredItems(items, filter, hidden), [items, filter, hidden]);
  const { itemIds: hinted } = useStatementHints();
  const noted = useNotes();
  const context = useMemo(
    () => ({ references, notCovered, hinted, noted }),
    [references, notCovered, hinted, noted],
  );
  return useSyncExternalStore(store.subscribe, () => store.now(structure, context));
}

class FilteredItems {
  readonly #items: ItemStore;
  readonly #filter: Filter;
  readonly #hidden: ReadonlySet<string>;
  #last: Filtered | null = null;

  constructor(items: ItemStore, filter: Filter, hidden: ReadonlySet<string>) {
    this.#items = items;
    this.#filter = filter;
    this.#hidden = hidden;
  }

  get #showsAll(): boolean {
    return !isFiltering(this.#filter) && this.#hidden.size === 0;
  }

  readonly subscribe = (listener: () => void): (() => void) =>
    this.#showsAll ? () => {} : this.#items.subscribe(listener);

  /** The same object until something else fits. */
  now(structure: Structure, context: FilterContext): Filtered | null {
    if (this.#showsAll) return null;
    const hidden = this.#hidden;
    const shown = structure.shown.filter((id) => !hidden.has(id));
    const { ids, count } = idsThatFit(shown, this.#items, this.#filter, context);
    const last = this.#last;
    // An item that is edited so that it no longer fits does not go from under its writer's hands.
    const all = last === null ? ids : new Set([...last.ids, ...ids]);
    if (last?.ids.size !== all.size || last.count !== count) this.#last = { ids: all, count };
    return this.#last;
  }
}

const nothingHidden: ReadonlySet<string> = new Set();

/** Needs and outcomes that nothing meets now. */
export function useNotCovered(): ReadonlySet<string> {
  const { items } = useCoverage();
  return useMemo(
    () => new Set(items.filter(({ state }) => notCoveredStates.has(state)).map(({ id }) => id)),
    [items],
  );
}

const notCoveredStates: ReadonlySet<string> = new Set(["notCovered"]);
