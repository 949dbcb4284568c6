/** Which section the reader is in: the last one whose title is above the middle of the window. */
import { useEffect, useState } from "react";
import { itemElementId } from "../connection/item-address.ts";
import type { SectionPlace } from "../connection/structure.ts";

export function useCurrentSection(sections: readonly SectionPlace[]): string | null {
  const [current, setCurrent] = useState<string | null>(null);
  useEffect(() => {
    let frame = 0;
    const look = (): void => {
      frame = 0;
      const line = innerHeight * 0.4;
      const above = sections.findLast(({ id }) => {
        const top = document.getElementById(itemElementId(id))?.getBoundingClientRect().top;
        return top !== undefined && top <= line;
      });
      setCurrent(above?.id ?? sections[0]?.id ?? null);
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
  }, [sections]);
  return current;
}
