/** The asking side of the SQLite thread: one question, one promise of its answer. */
import { Worker } from "node:worker_threads";
import type { Answer, Question } from "./sqlite-worker.ts";
import { type Step, WrongRows } from "./steps.ts";

export interface Rows {
  readonly rows: unknown[];
  readonly changes: bigint;
}

type Answered = Exclude<Answer, { readonly error: string }>;

interface Waiting {
  readonly resolve: (answer: Answered) => void;
  readonly reject: (error: Error) => void;
}

export class SqliteThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #ended: Error | null = null;

  /** @param path of the database file, made when it is not there. */
  constructor(path: string) {
    this.#worker = new Worker(new URL("sqlite-worker.ts", import.meta.url), {
      workerData: { path },
      // node:sqlite warns that it is experimental, on every start.
      execArgv: ["--disable-warning=ExperimentalWarning"],
    });
    this.#worker.on("message", (answer: Answer) => this.#settle(answer));
    this.#worker.on("error", (error) => this.#end(new Error("SQLite failed.", { cause: error })));
    this.#worker.on("exit", () => this.#end(new Error("The database is closed.")));
  }

  /** @throws Error in SQLite's words, or when the thread has ended. */
  async ask(sql: string, parameters: readonly unknown[]): Promise<Rows> {
    const answer = await this.#send({ kind: "query", id: ++this.#lastId, sql, parameters });
    if (!("rows" in answer)) throw new Error("SQLite answered another question.");
    return { rows: answer.rows, changes: BigInt(answer.changes) };
  }

  /**
   * All of the steps in a transaction of their own, or none. Nobody may hold one open.
   * @throws as `ask` does, and WrongRows
   */
  async askTogether(steps: readonly Step[]): Promise<readonly (readonly unknown[])[]> {
    const plain = steps.map(({ sql, parameters, rows }) => ({ sql, parameters, rows }));
    const answer = await this.#send({ kind: "together", id: ++this.#lastId, steps: plain });
    if ("wrongStep" in answer) throw new WrongRows(answer.wrongStep);
    if (!("answers" in answer)) throw new Error("SQLite answered another question.");
    return answer.answers;
  }

  /** Resolves when everything asked is answered and the file is closed. */
  async close(): Promise<void> {
    if (this.#ended) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#worker.once("exit", () => resolve());
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    this.#worker.postMessage("close");
    await promise;
  }

  #send(question: Question): Promise<Answered> {
    if (this.#ended) return Promise.reject(this.#ended);
    return new Promise((resolve, reject) => {
      this.#waiting.set(question.id, { resolve, reject });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      this.#worker.postMessage(question);
    });
  }

  #settle(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (!waiting) return;
    if ("error" in answer) waiting.reject(new Error(answer.error));
    else waiting.resolve(answer);
  }

  #end(reason: Error): void {
    this.#ended ??= reason;
    for (const { reject } of this.#waiting.values()) reject(this.#ended);
    this.#waiting.clear();
  }
}
