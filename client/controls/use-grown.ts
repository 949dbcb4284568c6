/**
 * A long list that is there at once: its beginning in the first frame, the rest as soon as the page has
 * a moment. All of it ends up in the page, so that it is found by the browser's search, read out and
 * printed. Where an address names a place in it, or somebody comes back to where they had scrolled,
 * all of it is there from the beginning.
 */
import { startTransition, useCallback, useEffect, useState } from "react";
import { NavigationType, useLocation, useNavigationType } from "react-router";

/** About what a slow computer renders in a frame or two. */
const eachTime = 250;

export interface Grown {
  /** How many to render now. */
  readonly count: number;
  /** Renders all: something further on is wanted. */
  readonly showAll: () => void;
}

/**
 * @param count how many there are
 * @param atOnce how many to begin with: more than a window shows
 */
export function useGrown(count: number, atOnce: number): Grown {
  const isWholeAtOnce = useIsPlaceKnown();
  const [grown, setGrown] = useState(isWholeAtOnce ? Number.POSITIVE_INFINITY : atOnce);
  const showAll = useCallback(() => setGrown(Number.POSITIVE_INFINITY), []);
  useEffect(() => {
    if (grown >= count) return undefined;
    const timer = setTimeout(() => startTransition(() => setGrown(grown + eachTime)), 0);
    return () => clearTimeout(timer);
  }, [grown, count]);
  useEffect(() => {
    addEventListener("beforeprint", showAll);
    return () => removeEventListener("beforeprint", showAll);
  }, [showAll]);
  return { count: Math.min(grown, count), showAll };
}

function useIsPlaceKnown(): boolean {
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
