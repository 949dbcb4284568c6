/**
 * A long list that is there at once: its beginning in the first frame, the rest as soon as the page has
 * a moment. All of it ends up in the page, so that it is found by the browser's search, read out and printed.
 */
import { startTransition, useEffect, useState } from "react";

/** More than a window shows. */
const atOnce = 40;
/** About what a slow computer renders in a frame or two. */
const eachTime = 250;

/** @returns how many of them to render now */
export function useGrown(count: number): number {
  const [grown, setGrown] = useState(atOnce);
  useEffect(() => {
    if (grown >= count) return undefined;
    const timer = setTimeout(() => startTransition(() => setGrown(grown + eachTime)), 0);
    return () => clearTimeout(timer);
  }, [grown, count]);
  useEffect(() => {
    const showAll = (): void => setGrown(Number.POSITIVE_INFINITY);
    addEventListener("beforeprint", showAll);
    return () => removeEventListener("beforeprint", showAll);
  }, []);
  return Math.min(grown, count);
}
