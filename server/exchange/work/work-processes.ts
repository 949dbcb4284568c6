/**
 * Does tasks in processes of their own, so that long work never holds up anybody's typing: not with its
 * reckoning, not with its memory, not with what it reads. Promises an end: what takes too long or too
 * much memory is stopped and refused, and so is what is cancelled.
 */
import type { StorePlace } from "../../store/open-to-read.ts";
import { Refusal } from "../../../shared/refusal.ts";
import { OneProcess } from "./one-process.ts";
import type { Tell } from "./progress.ts";
import type { InputOf, OutputOf, TaskName } from "./tasks.ts";

export interface RunOptions {
  readonly tell?: Tell;
  /** Stops the work when it is aborted. */
  readonly signal?: AbortSignal;
  /** For tests. */
  readonly timeLimitMs?: number;
}

export interface WorkProcessesSettings {
  /** Where the store is that the tasks read. */
  readonly place: StorePlace;
  /** How long a process waits for the next task. */
  readonly idleMs?: number;
}

/** The largest file that may come in takes a few seconds on a busy machine. */
const timeLimitMs = 60_000;
/** Works runs two at a time; the others make beginnings and snapshots, and tell stories. */
const mostProcesses = 4;

export class WorkProcesses {
  readonly #settings: Required<WorkProcessesSettings>;
  readonly #processes = new Set<OneProcess>();
  readonly #idle: OneProcess[] = [];
  readonly #waiting: (() => void)[] = [];
  #hasStopped = false;

  constructor(settings: WorkProcessesSettings) {
    this.#settings = { idleMs: 60_000, ...settings };
  }

  /**
   * @throws Refusal as the task says; `too-large` when it takes too long or too much memory;
   *   `unavailable` when it is cancelled; Error when the task fails
   */
  async run<Name extends TaskName>(
    task: Name,
    input: InputOf<Name>,
    { tell, signal, timeLimitMs: limitMs = timeLimitMs }: RunOptions = {},
  ): Promise<OutputOf<Name>> {
    const one = await this.#take();
    const cancel = (): void => void one.end(cancelled());
    const timer = setTimeout(() => void one.end(tooLong()), limitMs);
    signal?.addEventListener("abort", cancel);
    if (signal?.aborted) cancel();
    try {
      const { place } = this.#settings;
      const output = await one.does({ task, input, place, tell: tell ?? (() => {}) });
      return output as OutputOf<Name>;
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener("abort", cancel);
      this.#giveBack(one);
    }
  }

  /** Resolves when none runs any more. */
  async stop(): Promise<void> {
    this.#hasStopped = true;
    for (const wake of this.#waiting.splice(0)) wake();
    await Promise.all([...this.#processes].map((one) => one.end(cancelled())));
  }

  async #take(): Promise<OneProcess> {
    while (!this.#hasStopped) {
      const idle = this.#idle.pop();
      if (idle && !idle.hasEnded) return idle.wakes();
      if (!idle && this.#processes.size < mostProcesses) return this.#startOne();
      if (!idle) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    throw cancelled();
  }

  #startOne(): OneProcess {
    const one = new OneProcess(() => {
      this.#processes.delete(one);
      this.#waiting.shift()?.();
    });
    this.#processes.add(one);
    return one;
  }

  #giveBack(one: OneProcess): void {
    if (one.hasEnded) return;
    one.rests(this.#settings.idleMs);
    this.#idle.push(one);
    this.#waiting.shift()?.();
  }
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
