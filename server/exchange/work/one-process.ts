/** A process that does one task after the other, from its start to its end. Promises that whoever types has the processor first. */
import type { StorePlace } from "../../store/open-to-read.ts";
import { fork, type ChildProcess } from "node:child_process";
import { constants, getPriority, setPriority } from "node:os";
import { fileURLToPath } from "node:url";
import { fromPlain, Refusal } from "../../../shared/refusal.ts";
import type { FromProcess, ToProcess } from "./process-messages.ts";
import type { Tell } from "./progress.ts";
import type { TaskName } from "./tasks.ts";

interface ToDo {
  readonly task: TaskName;
  readonly input: unknown;
  readonly place: StorePlace;
  readonly tell: Tell;
}

interface Doing extends PromiseWithResolvers<unknown> {
  readonly tell: Tell;
}

/** 10,000 rows of a workbook take about 300 MB while they are read. */
const memoryLimitMb = 1_024;

export class OneProcess {
  readonly #child: ChildProcess;
  readonly #ended: Promise<void>;
  #doing: Doing | null = null;
  /** Why it was ended, when that was from here. */
  #why: Refusal | null = null;
  #hasEnded = false;
  #rest: NodeJS.Timeout | null = null;

  /** @param whenEnded called once, whatever ended it */
  constructor(whenEnded: () => void) {
    const child = fork(fileURLToPath(new URL("work-process.ts", import.meta.url)), {
      serialization: "advanced",
      stdio: ["ignore", "ignore", "inherit", "ipc"],
      execArgv: ["--disable-warning=ExperimentalWarning", `--max-old-space-size=${memoryLimitMb}`],
    });
    giveWay(child);
    const { promise, resolve } = Promise.withResolvers<void>();
    const end = (why: Error): void => {
      if (this.#hasEnded) return;
      this.#hasEnded = true;
      this.#doing?.reject(this.#why ?? why);
      whenEnded();
      resolve();
    };
    child.on("message", (message: FromProcess) => this.#hear(message));
    child.once("error", end);
    child.once("exit", (code, signal) => end(whyEnded(code, signal)));
    this.#child = child;
    this.#ended = promise;
  }

  get hasEnded(): boolean {
    return this.#hasEnded || this.#why !== null;
  }

  /**
   * Does the task; nothing else may be under way.
   * @throws Refusal as the task says, or why it was ended; Error when the task fails
   */
  async does({ task, input, place, tell }: ToDo): Promise<unknown> {
    const doing: Doing = { ...Promise.withResolvers<unknown>(), tell };
    this.#doing = doing;
    try {
      if (this.#why) throw this.#why;
      const message: ToProcess = { task, input, place };
      this.#child.send(message, (error) => {
        // Otherwise it is about to be told why it ended.
        if (error && this.#child.connected) doing.reject(error);
      });
      return await doing.promise;
    } finally {
      this.#doing = null;
    }
  }

  /** It may do the next task. */
  wakes(): this {
    if (this.#rest) clearTimeout(this.#rest);
    this.#child.ref();
    this.#child.channel?.ref();
    return this;
  }

  /** It waits for the next task, and ends when none comes. Whatever else ends need not wait for it. */
  rests(idleMs: number): void {
    this.#rest = setTimeout(() => void this.end(), idleMs).unref();
    this.#child.unref();
    this.#child.channel?.unref();
  }

  /** @param why what its task is refused with */
  async end(why = new Refusal("unavailable", "It was cancelled.")): Promise<void> {
    this.#why ??= why;
    this.#doing?.reject(this.#why);
    if (this.#rest) clearTimeout(this.#rest);
    this.#child.kill("SIGKILL");
    await this.#ended;
  }

  #hear(message: FromProcess): void {
    const doing = this.#doing;
    switch (message.kind) {
      case "progress":
        doing?.tell(message.progress);
        return;
      case "done":
        doing?.resolve(message.output);
        return;
      case "refused":
        doing?.reject(fromPlain(message.refusal));
        return;
      case "failed":
        doing?.reject(new Error(message.stack));
    }
  }
}

/** V8 ends the process (SIGABRT) when there is no memory left. */
function whyEnded(code: number | null, signal: string | null): Error {
  if (signal === "SIGABRT" || code === 134)
    return new Refusal(
      "too-large",
      "This takes too much memory and was stopped. Split it into parts and take one at a time.",
    );
  return new Error(`A process of long work ended with ${code ?? signal}`);
}

/** How much nicer it is than the server: the scheduler gives it a third, and all that others leave. */
const nicer = 5;

/** From its very start, which takes half a second of the processor: the threads that it makes then have it from it. */
function giveWay({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, Math.min(getPriority() + nicer, constants.priority.PRIORITY_LOW));
  } catch {
    // It works without: then all share the processor alike.
  }
}
