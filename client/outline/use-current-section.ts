/** Which section the reader is in: the last one whose title is above the middle of the window. */
import { useEffect, useState } from "react";
import { itemElementId } from "../connection/item-address.ts";
import type { SectionPlace } from "../connection/structure.ts";

/** @param shownFrom the first item on the page: another one means that other sections are shown */
export function useCurrentSection(
  sections: readonly SectionPlace[],
  shownFrom: string | null,
): string | null {
  const [current, setCurrent] = useState<string | null>(null);
  useEffect(() => {
    let frame = 0;
    const look = (): void => {
      frame = 0;
      const line = innerHeight * 0.4;
      const topOf = (id: string): number | undefined =>
        document.getElementById(itemElementId(id))?.getBoundingClientRect().top;
      const above = sections.findLast(({ id }) => (topOf(id) ?? Infinity) <= line);
      const first = above ?? sections.find(({ id }) => topOf(id) !== undefined);
      setCurrent(first?.id ?? null);
    };
    const wait = (): void => {
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    wait();
    addEventListener("scroll", wait, { passive: true });
    addEventListener("resize", wait);
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener("scroll", wait);
      removeEventListener("resize", wait);
    };
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- other rows stand on the page then
  }, [sections, shownFrom]);
  return current;
}
