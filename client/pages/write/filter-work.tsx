/**
 * Works out what a filter lets through, for as long as there is one: what it is worked out from concerns
 * every item of the statement, and a page without a filter does not wait for it.
 */
import { useLayoutEffect, type ReactNode } from "react";
import type { Filter } from "../../outline/filter.ts";
import { useFiltered, type Filtered } from "../../outline/use-filtered.ts";

interface FilterWorkProps {
  readonly filter: Filter;
  readonly hidden: ReadonlySet<string> | undefined;
  /** Told before anything is painted; null when it ends. */
  readonly onFound: (found: Filtered | null) => void;
}

export function FilterWork({ filter, hidden, onFound }: FilterWorkProps): ReactNode {
  const found = useFiltered(filter, hidden);
  useLayoutEffect(() => onFound(found), [found, onFound]);
  useLayoutEffect(() => () => onFound(null), [onFound]);
  return null;
}
