/** What the board shows, kept in the address so that it can be sent to somebody. */
import { useMemo } from "react";
import { useSearchParams } from "react-router";
import { focusStays } from "../controls/page-heading.tsx";
import { isPriority } from "../../shared/item-kinds.ts";
import { allLookedFor, noFilter, type BoardFilter } from "./board-filter.ts";

interface UseBoardFilter {
  readonly filter: BoardFilter;
  readonly set: (change: Partial<BoardFilter>) => void;
  /** The address of the board with only this. */
  readonly addressOf: (only: Partial<BoardFilter>) => string;
}

export function useBoardFilter(): UseBoardFilter {
  const [params, setParams] = useSearchParams();
  return useMemo(
    () => ({
      filter: readFilter(params),
      set: (change) =>
        setParams(paramsOf({ ...readFilter(params), ...change }), {
          replace: true,
          state: focusStays,
        }),
      addressOf: (only) => `?${paramsOf({ ...noFilter, ...only }).toString()}`,
    }),
    [params, setParams],
  );
}

function readFilter(params: URLSearchParams): BoardFilter {
  const kind = params.get("kind");
  const priority = params.get("priority");
  return {
    left: allLookedFor.find((known) => known === params.get("left")) ?? "",
    borough: params.get("borough") ?? "",
    kind: kind === "need" || kind === "requirement" ? kind : "",
    priority: isPriority(priority) || priority === "none" ? priority : "",
    section: params.get("section") ?? "",
  };
}

function paramsOf(filter: BoardFilter): URLSearchParams {
  return new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ""));
}
