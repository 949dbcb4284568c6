/**
 * A long list that is there at once: its beginning in the first frame, the rest as soon as the page has
 * a moment. All of it ends up in the page, so that it is found by the browser's search, read out and
 * printed. Where an address names a place in it, or somebody comes back to where they had scrolled,
 * all of it is there from the beginning.
 */
import { startTransition, useCallback, useEffect, useState } from "react";
import { NavigationType, useLocation, useNavigationType } from "react-router";
import { onIdle } from "./on-idle.ts";
import { useWantedWhole } from "./use-wanted-whole.ts";

/** What a slow computer draws in a tenth of a second. */
const eachTime = 50;
/** A page that is never idle gets its rest all the same. */
const longestWaitMs = 200;

export interface Grown {
  /** How many to render now. */
  readonly count: number;
  /** Renders all: something further on is wanted. */
  readonly showAll: () => void;
}

/**
 * @param count how many there are
 * @param atOnce how many to begin with: more than a window shows
 * @param list which list it is: another one begins anew
 */
export function useGrown(count: number, atOnce: number, list = 0): Grown {
  const isPlaceKnown = useIsPlaceKnown();
  const begin = isPlaceKnown && list === 0 ? Number.POSITIVE_INFINITY : atOnce;
  const [last, setLast] = useState({ list, grown: begin });
  const grown = last.list === list ? last.grown : begin;
  if (last.list !== list) setLast({ list, grown });
  const growTo = useCallback((to: number) => setLast({ list, grown: to }), [list]);
  const showAll = useCallback(() => growTo(Number.POSITIVE_INFINITY), [growTo]);
  useEffect(() => {
    if (grown >= count) return undefined;
    const grow = (): void => startTransition(() => growTo(grown + eachTime));
    return onIdle(grow, longestWaitMs);
  }, [grown, count, growTo]);
  useWantedWhole(grown < count ? showAll : null);
  return { count: Math.min(grown, count), showAll };
}

/** Whether an address names a place, or somebody comes back to where they had scrolled. */
export function useIsPlaceKnown(): boolean {
  const { hash, key } = useLocation();
  const isBack = useNavigationType() === NavigationType.Pop;
  return hash !== "" || (isBack && (key !== firstKey || isLoadedAgain()));
}

/** The router's key for the page that a visit begins with. */
const firstKey = "default";

function isLoadedAgain(): boolean {
  const [load] = performance.getEntriesByType("navigation");
  return load instanceof PerformanceNavigationTiming && load.type !== "navigate";
}
