/** Opening a page with long tables, and what a change by somebody else costs it. */
import type { CDPSession, Page } from "playwright-core";
import { z } from "zod";
import { listen } from "../page/keys.ts";
import type { Costs } from "../page/measure.ts";
import type { Editor } from "./editor.ts";

export interface Opening {
  readonly rows: number;
  /** From the click on the page's name until the first rows are painted. */
  readonly firstMs: number;
  readonly allMs: number;
  readonly workMs: number;
  /** After the first rows: somebody who types waits so long. */
  readonly longestTaskMs: number;
}

export type Change = Costs;

const openingSchema = z.object({
  firstMs: z.number(),
  allMs: z.number(),
  longestTaskMs: z.number(),
});
/** What is put off until typing rests comes within this. */
const changeMs = 1_500;

/** Goes there from the People page. */
export async function measureOpening(
  page: Page,
  client: CDPSession,
  view: string,
  rows: number,
): Promise<Opening> {
  await page.getByRole("link", { name: "People", exact: true }).click();
  await page.getByRole("heading", { name: "People", level: 1 }).waitFor();
  const before = await workMs(client);
  const opening = openingSchema.parse(await page.evaluate(open, { view, rows }));
  return { ...opening, rows, workMs: (await workMs(client)) - before };
}

/** @param share how far down the changed row is, from 0 to 1 */
export async function measureChange(
  page: Page,
  client: CDPSession,
  editor: Editor,
  share: number,
): Promise<Change> {
  const idle = await listen(client, changeMs);
  const listening = listen(client, changeMs);
  const { itemId, priority } = editor.changesPriority(share);
  const busy = await listening;
  const words = await page.evaluate(wordsOfRow, itemId);
  if (!words.toLowerCase().includes(priority))
    throw new Error(`The row of ${itemId} does not say ${priority}, but: ${words}`);
  const more = (what: keyof Costs): number => busy[what] - (idle[what] * busy.overMs) / idle.overMs;
  return {
    taskMs: more("taskMs"),
    scriptMs: more("scriptMs"),
    styleMs: more("styleMs"),
    layoutMs: more("layoutMs"),
  };
}

/** The processor's time of the page's main thread until now. */
async function workMs(client: CDPSession): Promise<number> {
  await client.send("Performance.enable", { timeDomain: "threadTicks" });
  const { metrics } = await client.send("Performance.getMetrics");
  return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) * 1_000;
}

async function open({ view, rows }: { readonly view: string; readonly rows: number }) {
  const count = (): number => document.querySelectorAll("tbody tr").length;
  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      setTimeout(resolve, ms);
    });
  const links = [...document.querySelectorAll<HTMLElement>("nav a")];
  const begun = performance.now();
  links.find(({ textContent }) => textContent === view)?.click();
  while (count() === 0) await pause(0);
  await new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });
  const firstMs = performance.now() - begun;
  let longestTaskMs = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTaskMs = Math.max(longestTaskMs, duration);
  });
  observer.observe({ entryTypes: ["longtask"] });
  while (count() < rows) await pause(50);
  const allMs = performance.now() - begun;
  observer.disconnect();
  return { firstMs, allMs, longestTaskMs };
}

function wordsOfRow(itemId: string): string {
  const link = document.querySelector(`tbody th a[href$="${itemId}"]`);
  return link?.closest("tr")?.textContent ?? "";
}
