/** The thread on which one task is done: says how far it is, then what came of it. */
import { parentPort, workerData } from "node:worker_threads";
import { Refusal } from "../../../shared/refusal.ts";
import type { Progress } from "./progress.ts";
import { isTaskName, tasks, type Task } from "./tasks.ts";
import type { FromThread, ToThread } from "./run-on-thread.ts";

/** Whoever waits reads no faster. */
const tellEveryMs = 100;

if (parentPort) {
  const { task, input } = workerData as ToThread;
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  const post = (message: FromThread) => parentPort?.postMessage(message);
  post(await outcomeOf(task, input, post));
}

async function outcomeOf(
  name: unknown,
  input: unknown,
  post: (message: FromThread) => void,
): Promise<FromThread> {
  if (!isTaskName(name)) throw new Error(`There is no task ${String(name)}`);
  let toldAt = -Infinity;
  const tell = (progress: Progress): void => {
    if (performance.now() - toldAt < tellEveryMs) return;
    toldAt = performance.now();
    post({ kind: "progress", progress });
  };
  try {
    const task = (await tasks[name]()) as Task<unknown, unknown>;
    return { kind: "output", output: await task(input, tell) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, message, problems } = error;
    return { kind: "refusal", refusal: { code, message, problems } };
  }
}
