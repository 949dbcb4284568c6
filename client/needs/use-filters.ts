/** What the page of needs shows: by borough, priority and state, kept in the address so that it can be sent to somebody. */
import { useMemo } from "react";
import { useSearchParams } from "react-router";
import { needStates, type ItemCoverage, type NeedState } from "../../shared/coverage.ts";
import { focusStays } from "../controls/page-heading.tsx";
import { isPriority, type Priority } from "../../shared/item-kinds.ts";

export interface Filters {
  /** Id of a borough, or "" for all. */
  readonly borough: string;
  /** `none`: those without a priority. */
  readonly priority: Priority | "none" | "";
  readonly state: NeedState | "";
}

export interface UseFilters {
  readonly filters: Filters;
  readonly set: (change: Partial<Filters>) => void;
  /** The address of the same page with other filters. */
  readonly addressWith: (change: Partial<Filters>) => string;
}

export function useFilters(): UseFilters {
  const [params, setParams] = useSearchParams();
  return useMemo(() => {
    const filters = readFilters(params);
    return {
      filters,
      set: (change) => setParams(paramsWith(params, change), { replace: true, state: focusStays }),
      addressWith: (change) => `?${paramsWith(params, change).toString()}`,
    };
  }, [params, setParams]);
}

function readFilters(params: URLSearchParams): Filters {
  const priority = params.get("priority");
  const state = params.get("state");
  return {
    borough: params.get("borough") ?? "",
    priority: isPriority(priority) || priority === "none" ? priority : "",
    state: needStates.find((known) => known === state) ?? "",
  };
}

/** Whether the item is of the borough and priority; its state is not looked at. */
export function isOf(item: ItemCoverage, { borough, priority }: Filters): boolean {
  if (borough !== "" && !item.raisedBy.includes(borough)) return false;
  if (priority === "") return true;
  return priority === "none" ? item.priority === null : item.priority === priority;
}

function paramsWith(params: URLSearchParams, change: Partial<Filters>): URLSearchParams {
  const changed = new URLSearchParams(params);
  for (const [name, value] of Object.entries(change)) {
    if (value === "") changed.delete(name);
    else changed.set(name, value);
  }
  return changed;
}
