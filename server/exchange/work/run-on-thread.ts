/**
 * Runs one task on a thread of its own, so that long work never holds up anybody's typing. Promises an
 * end: what takes too long or too much memory is stopped and refused, and so is what is cancelled.
 */
import { Worker } from "node:worker_threads";
import { Refusal, type Problem, type RefusalCode } from "../../../shared/refusal.ts";
import type { Progress, Tell } from "./progress.ts";
import type { InputOf, OutputOf, TaskName } from "./tasks.ts";

export interface RunOptions {
  readonly tell?: Tell;
  /** Stops the work when it is aborted. */
  readonly signal?: AbortSignal;
  /** For tests. */
  readonly timeLimitMs?: number;
}

/** What the thread is given. */
export interface ToThread {
  readonly task: TaskName;
  readonly input: unknown;
}

/** What the thread says. */
export type FromThread =
  | { readonly kind: "progress"; readonly progress: Progress }
  | { readonly kind: "output"; readonly output: unknown }
  | { readonly kind: "refusal"; readonly refusal: PlainRefusal };

interface PlainRefusal {
  readonly code: RefusalCode;
  readonly message: string;
  readonly problems: readonly Problem[];
}

/** The largest file that may come in takes a few seconds on a busy machine. */
const timeLimitMs = 60_000;
/** 10,000 rows of a workbook take about 300 MB while they are read. */
const memoryLimitMb = 1_024;

/**
 * @throws Refusal as the task says; `too-large` when it takes too long or too much memory;
 *   `unavailable` when it is cancelled; Error when the task fails
 */
export function runOnThread<Name extends TaskName>(
  task: Name,
  input: InputOf<Name>,
  { tell, signal, timeLimitMs: limitMs = timeLimitMs }: RunOptions = {},
): Promise<OutputOf<Name>> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const workerData: ToThread = { task, input };
    const worker = new Worker(new URL("work-thread.ts", import.meta.url), {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: memoryLimitMb },
    });
    const stop = (refusal: Refusal): void => {
      reject(refusal);
      void worker.terminate();
    };
    const cancel = () => stop(cancelled());
    const timer = setTimeout(() => stop(tooLong()), limitMs);
    signal?.addEventListener("abort", cancel);
    worker.on("message", (message: FromThread) => {
      switch (message.kind) {
        case "progress":
          tell?.(message.progress);
          return;
        case "output":
          resolve(message.output as OutputOf<Name>);
          return;
        case "refusal": {
          const { code, message: words, problems } = message.refusal;
          reject(new Refusal(code, words, problems));
        }
      }
    });
    worker.once("error", (error: Error) => reject(isOutOfMemory(error) ? tooMuchMemory() : error));
    worker.once("exit", (code) => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", cancel);
      // Nothing happens here when it ended before.
      reject(new Error(`The thread of ${task} ended with ${code}`));
    });
  });
}

function isOutOfMemory(error: Error): boolean {
  return "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}

function cancelled(): Refusal {
  return new Refusal("unavailable", "It was cancelled.");
}

function tooLong(): Refusal {
  return new Refusal(
    "too-large",
    "This takes too long and was stopped. Split it into parts and take one at a time.",
  );
}

function tooMuchMemory(): Refusal {
  return new Refusal(
    "too-large",
    "This takes too much memory and was stopped. Split it into parts and take one at a time.",
  );
}
