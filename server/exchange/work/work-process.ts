/** The process in which tasks are done, one after the other: says how far each is, then what came of it. */
import { Refusal, toPlain } from "../../../shared/refusal.ts";
import { openToRead } from "../../store/open-to-read.ts";
import type { ReadStore } from "../../store/store.ts";
import type { FromProcess, ToProcess } from "./process-messages.ts";
import type { Progress } from "./progress.ts";
import { isTaskName, tasks, type Task } from "./tasks.ts";

/** Whoever waits reads no faster. */
const tellEveryMs = 100;

let opened: ReadStore | null = null;

if (process.send) {
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
