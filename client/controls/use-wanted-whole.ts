/** Before the browser searches the page, goes to its end or prints it, all of a long list is there. */
import { useLayoutEffect } from "react";
import { flushSync } from "react-dom";

/** @param drawWhole has all of it drawn; null when it is. The same function while it does the same */
export function useWantedWhole(drawWhole: (() => void) | null): void {
  // Before the first frame: rows that can be seen can be searched.
  useLayoutEffect(() => {
    if (!drawWhole) return undefined;
    // At once: the browser goes on as soon as it has told.
    const now = (): void => flushSync(drawWhole);
    const onKeyDown = ({ key, ctrlKey, metaKey }: KeyboardEvent): void => {
      const withCommand = ctrlKey || metaKey;
      const isSearch = key === "F3" || (withCommand && key.toLowerCase() === "f");
      if (isSearch || (withCommand && key === "End")) now();
    };
    addEventListener("beforeprint", now);
    addEventListener("keydown", onKeyDown, { capture: true });
    return () => {
      removeEventListener("beforeprint", now);
      removeEventListener("keydown", onKeyDown, { capture: true });
    };
  }, [drawWhole]);
}
