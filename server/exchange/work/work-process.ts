/**
 * The process in which tasks are done, one after the other: says how far each is, then what came of it.
 * Promises that whoever types has the processor first.
 */
import { readdirSync } from "node:fs";
import { constants, getPriority, setPriority } from "node:os";
import { Refusal, toPlain } from "../../../shared/refusal.ts";
import { openToRead } from "../../store/open-to-read.ts";
import type { ReadStore } from "../../store/store.ts";
import type { FromProcess, ToProcess } from "./process-messages.ts";
import type { Progress } from "./progress.ts";
import { isTaskName, tasks, type Task } from "./tasks.ts";

/** Whoever waits reads no faster. */
const tellEveryMs = 100;

/** How much nicer it is than the server: the scheduler gives it a third, and all that others leave. */
const nicer = 5;

let opened: ReadStore | null = null;

if (process.send) {
  giveWay();
  process.once("disconnect", () => process.exit());
  process.on("message", (asked: ToProcess) => void answer(asked));
}

async function answer({ task, input, place }: ToProcess): Promise<void> {
  try {
    opened ??= openToRead(place);
    await send({ kind: "done", output: await outcomeOf(task, input, opened) });
  } catch (error) {
    await send(outcomeOfError(error));
  }
}

async function outcomeOf(name: unknown, input: unknown, store: ReadStore): Promise<unknown> {
  if (!isTaskName(name)) throw new Error(`There is no task ${String(name)}`);
  let toldAt = -Infinity;
  const tell = (progress: Progress): void => {
    if (performance.now() - toldAt < tellEveryMs) return;
    toldAt = performance.now();
    void send({ kind: "progress", progress });
  };
  const task = (await tasks[name]()) as Task<unknown, unknown>;
  return await task(input, { tell, store, now: () => new Date().toISOString() });
}

function outcomeOfError(error: unknown): FromProcess {
  if (error instanceof Refusal) return { kind: "refused", refusal: toPlain(error) };
  return { kind: "failed", stack: error instanceof Error ? String(error.stack) : String(error) };
}

function send(message: FromProcess): Promise<void> {
  return new Promise((resolve) => {
    // Without a server there is nobody to work for.
    process.send?.(message, (error: Error | null) => (error ? process.exit() : resolve()));
  });
}

/** Linux keeps a priority for each thread, and Node has several by now; elsewhere it is one for all. */
function giveWay(): void {
  try {
    const niceness = Math.min(getPriority() + nicer, constants.priority.PRIORITY_LOW);
    const threads = process.platform === "linux" ? readdirSync("/proc/self/task") : ["0"];
    for (const id of threads) setPriority(Number(id), niceness);
  } catch {
    // It works without: then all share the processor alike.
  }
}
