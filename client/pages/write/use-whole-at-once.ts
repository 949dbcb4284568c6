/**
 * Whether a page that comes up has to hold everything at once: an address names a place in it, or
 * somebody comes back to where they had scrolled.
 */
import { useState } from "react";
import { NavigationType, useLocation, useNavigationType } from "react-router";

/** Stays what it was when the page came up. */
export function useWholeAtOnce(): boolean {
  const { hash, key } = useLocation();
  const isBack =
    useNavigationType() === NavigationType.Pop && (key !== firstKey || isLoadedAgain());
  const [isWhole] = useState(hash !== "" || isBack);
  return isWhole;
}

/** The router's key for the page that a visit begins with. */
const firstKey = "default";

function isLoadedAgain(): boolean {
  const [load] = performance.getEntriesByType("navigation");
  return load instanceof PerformanceNavigationTiming && load.type !== "navigate";
}
