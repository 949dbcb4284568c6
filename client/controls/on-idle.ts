/** Does something once the page has a moment, and after a while even where it never has one. */

/** @returns to be called when it is not wanted any more */
export function onIdle(then: () => void, longestWaitMs: number): () => void {
  // Safari has no idle callbacks.
  if (typeof requestIdleCallback !== "function") {
    const timer = setTimeout(then, 50);
    return () => clearTimeout(timer);
  }
  const waiting = requestIdleCallback(then, { timeout: longestWaitMs });
  return () => cancelIdleCallback(waiting);
}
