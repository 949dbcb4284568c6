/**
 * What a key costs in a page: from the key's own time stamp until the frame after it is painted, how much of
 * that the page was at work, and the processor's time of its main thread. The same for every contestant.
 */
import type { CDPSession, Page } from "playwright-core";
import { z } from "zod";

export interface Key {
  /** From the key to the end of the next frame. */
  readonly totalMs: number;
  /** Of that, what the page was at work: hearing the key, and making the frame. */
  readonly workMs: number;
}

export interface Busy {
  readonly overMs: number;
  readonly taskMs: number;
  readonly scriptMs: number;
  readonly layoutMs: number;
  readonly styleMs: number;
}

const keysSchema = z.array(z.object({ totalMs: z.number(), workMs: z.number() }));
/** Uneven, so that keys fall anywhere between two frames. */
const pausesMs = [97, 121, 88, 134, 106, 113];
/** A page that is choked gets no more keys after this. */
const longestMs = 60_000;

/** Lets a page say what its keys cost. Once for each page. */
export async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const keys: { totalMs: number; workMs: number }[] = [];
    const after = (then: () => void): void => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener("message", () => {
        then();
        port1.close();
      });
      port1.start();
      port2.postMessage(null);
    };
    Object.assign(globalThis, { keys });
    addEventListener(
      "keydown",
      (event) => {
        const beganMs = performance.now();
        let heardMs = beganMs;
        const heard = (): void => after(() => (heardMs = performance.now()));
        addEventListener("input", heard, { capture: true, once: true });
        heard();
        requestAnimationFrame(() => {
          const frameMs = performance.now();
          // A task of its own after a frame's callbacks comes when the frame is painted.
          after(() => {
            const paintedMs = performance.now();
            removeEventListener("input", heard, { capture: true });
            keys.push({
              totalMs: paintedMs - event.timeStamp,
              // What was heard only after the frame had begun is in the frame already.
              workMs: Math.min(heardMs, frameMs) - beganMs + (paintedMs - frameMs),
            });
          });
        });
      },
      { capture: true },
    );
  });
}

/** Presses a key again and again where the caret is. @returns what each cost, and the work from each to the next */
export async function pressKeys(
  page: Page,
  client: CDPSession,
  count: number,
): Promise<{ keys: Key[]; busy: Busy[] }> {
  await page.evaluate(() => {
    (globalThis as unknown as { keys: unknown[] }).keys.length = 0;
  });
  const busy: Busy[] = [];
  let before = await readBusy(client);
  const begunMs = performance.now();
  let fromMs = begunMs;
  let pressed = 0;
  while (pressed < count && performance.now() - begunMs < longestMs) {
    await page.keyboard.press("e");
    pressed += 1;
    await pause(pausesMs[pressed % pausesMs.length] ?? 100);
    const now = await readBusy(client);
    busy.push(busyBetween(before, now, performance.now() - fromMs));
    before = now;
    fromMs = performance.now();
  }
  await page.evaluate(waitForKeys, pressed);
  const keys = keysSchema.parse(
    await page.evaluate(() => (globalThis as unknown as { keys: unknown }).keys),
  );
  return { keys, busy };
}

/** Until the frame after the last key is painted. */
async function waitForKeys(wanted: number): Promise<void> {
  const { keys } = globalThis as unknown as { keys: unknown[] };
  while (keys.length < wanted) {
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
  }
}

/** What the page does by itself for a while. */
export async function listen(client: CDPSession, ms: number): Promise<Busy> {
  const before = await readBusy(client);
  const begunMs = performance.now();
  await pause(ms);
  return busyBetween(before, await readBusy(client), performance.now() - begunMs);
}

function busyBetween(before: Reading, now: Reading, overMs: number): Busy {
  return {
    overMs,
    taskMs: now.TaskDuration - before.TaskDuration,
    scriptMs: now.ScriptDuration - before.ScriptDuration,
    layoutMs: now.LayoutDuration - before.LayoutDuration,
    styleMs: now.RecalcStyleDuration - before.RecalcStyleDuration,
  };
}

const measured = [
  "TaskDuration",
  "ScriptDuration",
  "LayoutDuration",
  "RecalcStyleDuration",
] as const;
type Reading = Readonly<Record<(typeof measured)[number], number>>;

/** The processor's time of the page's main thread: what else runs on the machine does not count. */
async function readBusy(client: CDPSession): Promise<Reading> {
  await client.send("Performance.enable", { timeDomain: "threadTicks" });
  const { metrics } = await client.send("Performance.getMetrics");
  const valueOf = (name: string): number =>
    (metrics.find((metric) => metric.name === name)?.value ?? 0) * 1_000;
  return Object.fromEntries(measured.map((name) => [name, valueOf(name)])) as Reading;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
