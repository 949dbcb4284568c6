/** What of a large statement is narrowed by a filter or a search, and how long that takes to be seen. */
import type { Page } from "playwright-core";
import { z } from "zod";

interface Narrowing {
  readonly what: string;
  /** After the statement's address. */
  readonly path: string;
  /** What is there before it can be narrowed. */
  readonly ready: string;
  /** The field, and what is chosen or written in it. */
  readonly field: string;
  readonly value: string;
  /** Says something else once it has happened. */
  readonly says: string;
}

export const narrowings: readonly Narrowing[] = [
  {
    what: "Needs covered by priority",
    path: "/needs",
    ready: ".cover-table tbody tr",
    field: "#filter-priority",
    value: "should",
    says: ".cover-counts",
  },
  {
    what: "Agreement by kind",
    path: "/agreement",
    ready: ".board-table tbody tr",
    field: "#board-kind",
    value: "need",
    says: ".board-shown output",
  },
  {
    what: "Search on Write",
    path: "",
    ready: "[data-document] [data-item]",
    field: ".filter-search input",
    value: "(99",
    says: ".filter-result",
  },
  {
    what: "Search in a comparison",
    path: "/compare?from=1&to=now",
    ready: ".compared",
    field: "#compare-words",
    value: "(99",
    says: ".compare-shown",
  },
];

export interface Narrowed {
  /** Until what is left is painted, the first time and later. */
  readonly firstMs: number;
  readonly laterMs: number;
  /** Until everything is painted again, as far as a window shows it. */
  readonly backMs: number;
  readonly longestTaskMs: number;
}

const narrowedSchema = z.object({
  ms: z.number(),
  longestTaskMs: z.number(),
});

/** The page is open at its path. */
export async function measureNarrowing(page: Page, narrowing: Narrowing): Promise<Narrowed> {
  const set = async (value: string) =>
    narrowedSchema.parse(await page.evaluate(choose, { ...narrowing, value }));
  const first = await set(narrowing.value);
  const back = await set("");
  const later = await set(narrowing.value);
  const again = await set("");
  return {
    firstMs: first.ms,
    laterMs: later.ms,
    backMs: Math.max(back.ms, again.ms),
    longestTaskMs: Math.max(...[first, back, later, again].map((one) => one.longestTaskMs)),
  };
}

async function choose({ field, value, says }: Narrowing) {
  const element = document.querySelector<HTMLInputElement | HTMLSelectElement>(field);
  if (!element) throw new Error(`There is no ${field}.`);
  const said = (): string => document.querySelector(says)?.textContent ?? "";
  const before = said();
  let longestTaskMs = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTaskMs = Math.max(longestTaskMs, duration);
  });
  observer.observe({ entryTypes: ["longtask"] });
  // React hears of a value that was not set through the element's own property, as the browser does it.
  const kind = element instanceof HTMLSelectElement ? HTMLSelectElement : HTMLInputElement;
  const own = Object.getOwnPropertyDescriptor(kind.prototype, "value");
  const begun = performance.now();
  own?.set?.call(element, value);
  element.dispatchEvent(
    new Event(element instanceof HTMLSelectElement ? "change" : "input", { bubbles: true }),
  );
  while (said() === before) {
    if (performance.now() - begun > 30_000) throw new Error(`${says} goes on saying ${before}.`);
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
  }
  await new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });
  const ms = performance.now() - begun;
  await new Promise((resolve) => {
    setTimeout(resolve, 2_000);
  });
  observer.disconnect();
  return { ms, longestTaskMs };
}
