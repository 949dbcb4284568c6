/**
 * How much work opening each view is for the page, and whether typing feels it when others take
 * positions: `npm run measure-views [a statement's CSV file]`. Prints figures and judges nothing by
 * itself: machines differ. Without a file it measures the example.
 */
import { readFile } from "node:fs/promises";
import type { CDPSession } from "playwright-core";
import { Paper } from "./paper.ts";
import type { Person } from "./person.ts";
import { startWorld } from "./world.ts";

const [file] = process.argv.slice(2);

await using world = await startWorld();
const ada = await world.lead("Ada", "Camden");
if (file === undefined) await ada.takesExample();
else {
  await ada.makes("A real statement");
  await ada.brings("statement.csv", await readFile(file, "utf8"));
}
const ben = await ada.invites("Ben", "Hackney", "editor", true);
await ada.opens();
const session = await ada.page.context().newCDPSession(ada.page);
// The processor's time, not the clock's: what else runs on the machine does not count.
await session.send("Performance.enable", { timeDomain: "threadTicks" });

const views = [
  ["Needs covered", ".cover-table"],
  ["To look at", ".look-card"],
  ["Agreement", "table"],
  ["People", "h1"],
  ["Write", "[data-document] [data-item]"],
] as const;
await ada.page.evaluate(stillness);
for (const round of ["first", "again"]) {
  for (const [name, shown] of views) {
    const before = await busyMs(session);
    const startedAt = performance.now();
    await ada.page
      .getByRole("navigation", { name: "Statement" })
      .getByRole("link", { name })
      .click();
    await ada.page.locator(shown).first().waitFor({ state: "attached" });
    await ada.page.evaluate(twoFrames);
    const worked = (await busyMs(session)) - before;
    const took = performance.now() - startedAt;
    await ada.page.evaluate(stillness);
    const whole = (await busyMs(session)) - before;
    console.log(
      `${name}, ${round}: ${worked.toFixed(0)} ms of work in the page, shown after ${took.toFixed(0)} ms; ${whole.toFixed(0)} ms with what comes when the page is idle`,
    );
  }
}

const paper = new Paper(ada);
const field = paper.items.locator("[data-field]").nth(20);
await field.scrollIntoViewIfNeeded();
await field.click();
const quiet = await keys(ada);
const stop = new AbortController();
const talking = positionsOf(ben, stop.signal);
const busy = await keys(ada);
stop.abort();
const taken = await talking;
console.log(`a key to the next frame, nobody doing anything: ${inWords(quiet)}`);
console.log(`a key to the next frame, while ${taken} positions are taken: ${inWords(busy)}`);

/** Time that the page's main thread was at work, in milliseconds. */
async function busyMs(client: CDPSession): Promise<number> {
  const { metrics } = await client.send("Performance.getMetrics");
  return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) * 1_000;
}

/** Until the page has been idle ten times with nothing new in it. */
async function stillness(): Promise<void> {
  const idle = () => new Promise((resolve) => requestIdleCallback(resolve));
  let still = 0;
  let nodes = 0;
  while (still < 10) {
    await idle();
    const now = document.querySelectorAll("*").length;
    still = now === nodes ? still + 1 : 0;
    nodes = now;
  }
}

function twoFrames(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });
}

/** Milliseconds from 100 keys to the frame after each. */
async function keys(person: Person): Promise<number[]> {
  await person.page.evaluate(() => {
    const times: number[] = [];
    Object.assign(globalThis, { times });
    document.addEventListener("keydown", (event) => {
      requestAnimationFrame(() =>
        setTimeout(() => times.push(performance.now() - event.timeStamp)),
      );
    });
  });
  for (let key = 0; key < 100; key += 1) await person.page.keyboard.type("x", { delay: 40 });
  return person.page.evaluate(() => (globalThis as unknown as { times: number[] }).times);
}

/** Says that Hackney agrees, item after item, until it is told to stop. @returns how many */
async function positionsOf(person: Person, signal: AbortSignal): Promise<number> {
  await person.opens("to-look-at");
  let said = 0;
  while (!signal.aborted) {
    const button = person.page.getByRole("button", { name: "Same for us" });
    if ((await button.count()) === 0) break;
    await button.click();
    said += 1;
  }
  return said;
}

function inWords(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1);
  return `median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms, ${times.length} keys`;
}
