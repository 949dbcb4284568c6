/**
 * One piece of long work on the server that does it. Promises that other servers read how it stands, and
 * whether it goes on, within seconds; and that whoever hears that it is done can fetch it from any of them.
 */
import { Refusal } from "../../../shared/refusal.ts";
import type { WorkKey, WorkStore } from "../../store/work-store.ts";
import type { Progress, Tell } from "./progress.ts";
import { bytesOf, isOver, writeState, type WorkResult, type WorkState } from "./work-state.ts";

/** @throws Refusal with words to show; any other error is reported and told as one that nobody expected */
export type Run = (options: { tell: Tell; signal: AbortSignal }) => Promise<WorkResult>;

interface RunningSettings {
  readonly works: WorkStore;
  /** ISO 8601, UTC. */
  now(): string;
  problem(error: unknown): void;
  /** Somebody cancelled it on another server. */
  removedElsewhere(): void;
}

/** How often other servers are told how far it is. */
const writeEveryMs = 2_000;

export class RunningWork {
  readonly key: WorkKey;
  readonly #run: Run;
  readonly #settings: RunningSettings;
  readonly #controller = new AbortController();
  readonly #watchers = new Set<() => void>();
  #now: WorkState = { state: "waiting" };
  #revision = 1;
  #writing: Promise<void> = Promise.resolve();
  #beat: NodeJS.Timeout | undefined;
  #forget: NodeJS.Timeout | undefined;

  constructor(key: WorkKey, run: Run, settings: RunningSettings) {
    this.key = key;
    this.#run = run;
    this.#settings = settings;
  }

  /** Other servers know of it, so that it may be done. */
  get hasBegun(): boolean {
    return this.#beat !== undefined;
  }

  get now(): WorkState {
    return this.#now;
  }

  /** How often `now` changed. */
  get revision(): number {
    return this.#revision;
  }

  /** From now on other servers find it. @throws when it cannot be written down */
  async begin(): Promise<void> {
    await this.#settings.works.put({ ...this.key, ...this.#written() });
    this.#beat = setInterval(() => void this.#write(), writeEveryMs).unref();
  }

  /** Does it. @returns how it ended; never throws */
  async runs(): Promise<WorkState> {
    void this.becomes({ state: "running", progress: { doing: "Beginning", done: null } });
    const tell = (progress: Progress): void => {
      if (this.#now.state === "running") void this.becomes({ state: "running", progress });
    };
    let end: WorkState;
    try {
      end = { state: "done", result: await this.#run({ tell, signal: this.#controller.signal }) };
    } catch (error) {
      if (!(error instanceof Refusal)) this.#settings.problem(error);
      end = { state: "refused", refusal: refusalOf(error) };
    }
    // It may have been stopped with its server.
    if (!isOver(this.#now)) await this.becomes(end);
    return end;
  }

  /** Those who watch hear of its end once other servers know it too. */
  async becomes(now: WorkState): Promise<void> {
    if (isOver(now)) {
      clearInterval(this.#beat);
      await this.#write(now);
    }
    this.#now = now;
    this.#revision += 1;
    this.#tellAll();
  }

  /** Resolves as soon as something changes, or when `waitMs` are over. */
  changes(waitMs: number): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.#watchers.delete(done);
        resolve();
      };
      const timer = setTimeout(done, waitMs);
      this.#watchers.add(done);
    });
  }

  forgetAfter(ms: number, forget: () => void): void {
    this.#forget = setTimeout(forget, ms).unref();
  }

  /** Nothing more is done or written here. What came of it stays for other servers. */
  end(): Promise<void> {
    clearInterval(this.#beat);
    clearTimeout(this.#forget);
    this.#controller.abort();
    this.#tellAll();
    return this.#writing;
  }

  #tellAll(): void {
    for (const tell of this.#watchers) tell();
  }

  #written(now = this.#now, revision = this.#revision) {
    return {
      revision,
      json: writeState(now),
      bytes: bytesOf(now),
      at: this.#settings.now(),
    };
  }

  /** One after the other, so that what is read last was written last. */
  #write(end?: WorkState): Promise<void> {
    this.#writing = this.#writeAfter(this.#writing, end);
    return this.#writing;
  }

  async #writeAfter(last: Promise<void>, end: WorkState | undefined): Promise<void> {
    await last;
    const written = end ? this.#written(end, this.#revision + 1) : this.#written();
    try {
      const isThere = await this.#settings.works.change(this.key.id, written);
      if (!isThere) this.#settings.removedElsewhere();
    } catch (error) {
      // People on this server hear of it all the same.
      this.#settings.problem(error);
    }
  }
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  return new Refusal("unavailable", "Needline could not do that. Try again in a minute.");
}
