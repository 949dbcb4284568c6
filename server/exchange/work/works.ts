/**
 * Long work that somebody asked for and waits for: an import being read, an export being written. It
 * can be watched and cancelled by that person, and what comes of it is kept for a while to be fetched.
 * Promises that only a few run at once, so that the others' typing has the machine.
 */
import { Refusal } from "../../../shared/refusal.ts";
import type { FileStore, StoredFile } from "../../store/file-store.ts";
import type { Progress, Tell } from "./progress.ts";

/** Whose work it is; nobody else finds it. */
export interface WorkOwner {
  readonly statementId: string;
  readonly personId: string;
}

/** What work comes to. */
export interface WorkResult {
  /** Told to whoever watches. */
  readonly answer: unknown;
  /** To be fetched. */
  readonly file?: WorkFile;
}

export interface WorkFile {
  readonly name: string;
  readonly mediaType: string;
  readonly kept: StoredFile;
}

export type WorkState =
  | { readonly state: "waiting" }
  | { readonly state: "running"; readonly progress: Progress }
  | { readonly state: "done"; readonly result: WorkResult }
  | { readonly state: "refused"; readonly refusal: Refusal };

/** @throws Refusal with words to show; any other error is reported and told as one that nobody expected */
type Run = (options: { tell: Tell; signal: AbortSignal }) => Promise<WorkResult>;

interface Work {
  readonly id: string;
  readonly owner: WorkOwner;
  readonly run: Run;
  readonly controller: AbortController;
  readonly watchers: Set<() => void>;
  now: WorkState;
  /** How often `now` changed. */
  revision: number;
  forget: NodeJS.Timeout | null;
}

interface WorksSettings {
  /** Where the files of results are. */
  readonly files: FileStore;
  /** ISO 8601, UTC. */
  now(): string;
  newId(): string;
  problem(error: unknown): void;
}

/** One for each core of a small machine; those who type need the rest. */
const mostRunning = 2;
/** Of one person, waiting or running. */
const mostOfOne = 3;
/** How long a result is kept to be fetched. */
const keptMs = 10 * 60_000;
/** All results together, on the disk; the oldest goes first. */
const mostBytes = 1024 * 1024 * 1024;

/** Longer than anything is kept: an import waits an hour for its person. */
const longestKeptMs = 2 * 60 * 60_000;
const sweepEveryMs = 10 * 60_000;

export class Works {
  readonly #settings: WorksSettings;
  readonly #worksById = new Map<string, Work>();
  #sweptAt = 0;

  constructor(settings: WorksSettings) {
    this.#settings = settings;
  }

  /**
   * @returns the id under which it can be watched
   * @throws Refusal `too-many`
   */
  start(owner: WorkOwner, run: Run): string {
    const own = this.#all().filter(
      ({ owner: { personId }, now }) => personId === owner.personId && !isOver(now),
    );
    if (own.length >= mostOfOne)
      throw new Refusal(
        "too-many",
        "You have started several things that are not finished. Wait for one or cancel it.",
      );
    const work: Work = {
      id: this.#settings.newId(),
      owner,
      run,
      controller: new AbortController(),
      watchers: new Set(),
      now: { state: "waiting" },
      revision: 1,
      forget: null,
    };
    this.#worksById.set(work.id, work);
    this.#sweep();
    this.#startNext();
    return work.id;
  }

  /**
   * How it stands, as soon as that is another than at `after`, or when `waitMs` are over.
   * @param after the revision that the caller knows, 0 for none
   * @throws Refusal `not-found`
   */
  async watch(
    owner: WorkOwner,
    id: string,
    { after, waitMs }: { readonly after: number; readonly waitMs: number },
  ): Promise<{ readonly now: WorkState; readonly revision: number }> {
    const work = this.#find(owner, id);
    if (work.revision <= after) await changeOf(work, waitMs);
    return { now: work.now, revision: work.revision };
  }

  /** @throws Refusal `not-found` when there is none, or none yet */
  file(owner: WorkOwner, id: string): WorkFile {
    const { now } = this.#find(owner, id);
    if (now.state !== "done" || !now.result.file) throw notFound();
    return now.result.file;
  }

  /** Stops it, and forgets what came of it. @throws Refusal `not-found` */
  cancel(owner: WorkOwner, id: string): void {
    this.#forget(this.#find(owner, id));
  }

  /** Stops all. */
  stop(): void {
    for (const work of this.#all()) this.#forget(work);
  }

  #all(): Work[] {
    return [...this.#worksById.values()];
  }

  #find(owner: WorkOwner, id: string): Work {
    const work = this.#worksById.get(id);
    const isOwn =
      work?.owner.personId === owner.personId && work.owner.statementId === owner.statementId;
    if (!isOwn) throw notFound();
    return work;
  }

  #startNext(): void {
    const running = this.#all().filter(({ now }) => now.state === "running").length;
    const next = this.#all().find(({ now }) => now.state === "waiting");
    if (next && running < mostRunning) void this.#run(next);
  }

  async #run(work: Work): Promise<void> {
    this.#become(work, { state: "running", progress: { doing: "Beginning", done: null } });
    const tell = (progress: Progress): void => {
      if (work.now.state === "running") this.#become(work, { state: "running", progress });
    };
    try {
      const result = await work.run({ tell, signal: work.controller.signal });
      this.#become(work, { state: "done", result });
      // It was cancelled just when it was done: nobody will fetch it.
      if (!this.#worksById.has(work.id)) this.#removeFile(work.now);
    } catch (error) {
      if (!(error instanceof Refusal)) this.#settings.problem(error);
      this.#become(work, { state: "refused", refusal: refusalOf(error) });
    }
    work.forget = setTimeout(() => this.#forget(work), keptMs).unref();
    this.#makeRoom();
    this.#startNext();
  }

  #become(work: Work, now: WorkState): void {
    work.now = now;
    work.revision += 1;
    for (const tell of work.watchers) tell();
  }

  #forget(work: Work): void {
    this.#worksById.delete(work.id);
    if (work.forget) clearTimeout(work.forget);
    this.#removeFile(work.now);
    if (isOver(work.now)) return;
    work.controller.abort();
    for (const tell of work.watchers) tell();
    this.#startNext();
  }

  #removeFile(now: WorkState): void {
    const file = now.state === "done" ? now.result.file : undefined;
    if (file) this.#settings.files.remove([file.kept.id]).catch(this.#settings.problem);
  }

  /** Removes what nobody remembers: files of work that was cancelled half-way, or from before the server started. */
  #sweep(): void {
    const now = Date.parse(this.#settings.now());
    if (now - this.#sweptAt < sweepEveryMs) return;
    this.#sweptAt = now;
    const before = new Date(now - longestKeptMs).toISOString();
    this.#settings.files.removeBefore(before).catch(this.#settings.problem);
  }

  #makeRoom(): void {
    let bytes = 0;
    for (const work of this.#all().toReversed()) {
      bytes += bytesOf(work.now);
      if (bytes > mostBytes) this.#forget(work);
    }
  }
}

function isOver(now: WorkState): boolean {
  return now.state === "done" || now.state === "refused";
}

function bytesOf(now: WorkState): number {
  return now.state === "done" ? (now.result.file?.kept.bytes ?? 0) : 0;
}

function changeOf(work: Work, waitMs: number): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      work.watchers.delete(done);
      resolve();
    };
    const timer = setTimeout(done, waitMs);
    work.watchers.add(done);
  });
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  return new Refusal("unavailable", "Needline could not do that. Try again in a minute.");
}

function notFound(): Refusal {
  return new Refusal("not-found", "That is over, or was cancelled. Begin again.");
}
