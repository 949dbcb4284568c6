/**
 * Searches the other statements that a person may read. Promises committed words, to open no room
 * for it (a statement that nobody is in stays closed), to leave the event loop alone, and to be
 * quick from the second question on: a thread keeps the words while people search and ends when
 * they stop.
 */
import { Worker } from "node:worker_threads";
import { noSuchStatement, Refusal } from "../../../shared/refusal.ts";
import type { Store } from "../../store/store.ts";
import type { Answered, Asked, Known, Message } from "./elsewhere-thread.ts";
import type { Found, Wanted } from "./find-rows.ts";

export interface ElsewhereSettings {
  readonly store: Pick<Store, "text" | "people">;
  /** ISO 8601, UTC. */
  now(): string;
  /** How long the words are kept after the last question. */
  readonly idleMs?: number;
}

export interface ElsewhereQuestion extends Wanted {
  readonly personId: string;
  /** The statement that is asked from: it is not searched. */
  readonly here: string;
  /** Only this one, or null for all. */
  readonly statementId: string | null;
}

/** A statement that was searched. */
export interface SearchedStatement {
  readonly id: string;
  readonly title: string;
  readonly items: number;
}

/** Of more, those that changed last are searched. */
const mostStatements = 200;

/** A question takes milliseconds, reading the words of many large statements some seconds. */
const timeLimitMs = 30_000;

/** What was read sooner than this after it changed may have changed again in the same millisecond. */
const settledMs = 1_000;

export class Elsewhere {
  readonly #settings: Required<ElsewhereSettings>;
  #worker: Worker | null = null;
  #waiting = new Map<number, PromiseWithResolvers<Answered>>();
  #lastId = 0;
  #timer: NodeJS.Timeout | null = null;

  constructor(settings: ElsewhereSettings) {
    this.#settings = { idleMs: 5 * 60_000, ...settings };
  }

  /** @throws Refusal `not-found` alike for a statement that does not exist and one the person may not read */
  async find(
    question: ElsewhereQuestion,
  ): Promise<Found & { readonly statements: readonly SearchedStatement[] }> {
    const { personId, here, statementId, words, kind, most } = question;
    const readable = await this.#settings.store.people.statementsOf(personId);
    const others = readable.filter(({ id }) => id !== here).slice(0, mostStatements);
    const asked = statementId === null ? others : others.filter(({ id }) => id === statementId);
    if (statementId !== null && asked.length === 0) throw noSuchStatement();
    const statements = others.map(({ id, title, items }) => ({ id, title, items }));
    if (asked.length === 0) return { items: [], count: 0, statements };
    const known = asked.map(({ id, title, lastChanged }) => ({
      statementId: id,
      title,
      changedAt: lastChanged,
    }));
    const found = await this.#findIn(known, { words, kind, most });
    return { ...found, statements };
  }

  /** Ends the thread. */
  async stop(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    const worker = this.#worker;
    this.#end(new Refusal("unavailable", "The server is restarting."));
    await worker?.terminate();
  }

  async #findIn(statements: readonly Known[], wanted: Wanted): Promise<Found> {
    const answer = await this.#ask({ kind: "missing", statements });
    const missing = new Set(answer.kind === "missing" ? answer.ids : []);
    for (const statement of statements) {
      if (!missing.has(statement.statementId)) continue;
      const stored = await this.#settings.store.text.words(statement.statementId);
      if (!stored) continue;
      await this.#ask({ kind: "keep", statement: this.#asRead(statement), stored });
    }
    const answered = await this.#ask({ kind: "find", statements, wanted });
    return answered.kind === "found" ? answered.found : { items: [], count: 0 };
  }

  #asRead(statement: Known): Known {
    const age = Date.parse(this.#settings.now()) - Date.parse(statement.changedAt);
    return age > settledMs ? statement : { ...statement, changedAt: "" };
  }

  async #ask(says: Asked): Promise<Answered> {
    const id = ++this.#lastId;
    const waiting = Promise.withResolvers<Answered>();
    this.#waiting.set(id, waiting);
    const message: Message<Asked> = { id, says };
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    this.#thread().postMessage(message);
    const limit = setTimeout(() => this.#end(tooSlow()), timeLimitMs);
    try {
      return await waiting.promise;
    } finally {
      clearTimeout(limit);
      this.#rest();
    }
  }

  #thread(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(new URL("./elsewhere-thread.ts", import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    });
    worker.unref();
    worker.on("message", ({ id, says }: Message<Answered>) => {
      this.#waiting.get(id)?.resolve(says);
      this.#waiting.delete(id);
    });
    const ended = (): void => {
      if (this.#worker === worker) this.#end(tooSlow());
    };
    worker.on("error", ended);
    worker.on("exit", ended);
    this.#worker = worker;
    return worker;
  }

  /** The words are forgotten when nobody has asked for a while. */
  #rest(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#waiting.size === 0) this.#end(tooSlow());
    }, this.#settings.idleMs);
    this.#timer.unref();
  }

  #end(why: Refusal): void {
    const worker = this.#worker;
    const waiting = [...this.#waiting.values()];
    this.#worker = null;
    this.#waiting = new Map();
    for (const { reject } of waiting) reject(why);
    void worker?.terminate();
  }
}

function tooSlow(): Refusal {
  return new Refusal(
    "unavailable",
    "The other statements could not be searched. Choose one of them, or try again in a minute.",
  );
}
