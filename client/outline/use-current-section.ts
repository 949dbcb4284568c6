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
      const onPage = sections.flatMap(({ id }) => {
        const element = document.getElementById(itemElementId(id));
        return element ? [{ id, element }] : [];
      });
      const above = countAbove(onPage, innerHeight * 0.4);
      setCurrent(onPage[Math.max(above - 1, 0)]?.id ?? null);
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

/** How many of them, which stand in their order, begin above a line of the window: found by halving. */
function countAbove(sections: readonly { readonly element: HTMLElement }[], line: number): number {
  let [from, to] = [0, sections.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const section = sections[middle];
    if (section && beginsAbove(section.element, line)) from = middle + 1;
    else to = middle;
  }
  return from;
}

/**
 * Asks the group of rows around it first. Of a group off the screen, which a browser need not draw, asking a
 * row where it stands would make it lay the whole group out; the group itself it knows.
 */
function beginsAbove(element: HTMLElement, line: number): boolean {
  const group = element.parentElement?.getBoundingClientRect();
  if (group && group.bottom <= line) return true;
  if (group && group.top > line) return false;
  return element.getBoundingClientRect().top <= line;
}
