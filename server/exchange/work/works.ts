/**
 * Long work that somebody asked for and waits for: an import being read, an export being written. It can
 * be watched and cancelled by that person, on any server that shares the store, and what comes of it is
 * kept for a while to be fetched. Promises that only a few run at once, so that the others' typing has the
 * machine; and an end: of work whose server has stopped, whoever asks hears so.
 */
import { setTimeout as delay } from "node:timers/promises";
import { Refusal } from "../../../shared/refusal.ts";
import type { FileStore } from "../../store/file-store.ts";
import type { StoredWork, WorkKey, WorkStore } from "../../store/work-store.ts";
import { RunningWork, type Run } from "./running-work.ts";
import { bytesOf, fileOf, isOver, readState, type WorkFile, type WorkState } from "./work-state.ts";

/** Whose work it is; nobody else finds it. */
export type WorkOwner = WorkKey["owner"];

interface WorksSettings {
  readonly store: { readonly works: WorkStore; readonly files: FileStore };
  /** ISO 8601, UTC. */
  now(): string;
  newId(): string;
  problem(error: unknown): void;
}

/** How it stands, and how often that has changed. */
export interface WorkSeen {
  readonly now: WorkState;
  readonly revision: number;
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

/** A server says that it works every few seconds; the clocks of two differ by less than the rest. */
const silentMs = 20_000;
/** How often one server looks how far another is. */
const lookEveryMs = 300;

export class Works {
  readonly #settings: WorksSettings;
  /** Those of this server. */
  readonly #worksById = new Map<string, RunningWork>();
  readonly #sweeping: NodeJS.Timeout;
  /** What is being removed from the store, which is closed after this has stopped. */
  readonly #removals = new Set<Promise<void>>();
  #hasStopped = false;

  constructor(settings: WorksSettings) {
    this.#settings = settings;
    this.#sweep();
    this.#sweeping = setInterval(() => this.#sweep(), sweepEveryMs).unref();
  }

  /**
   * @param id its own
   * @returns the id under which it can be watched
   * @throws Refusal `too-many`
   */
  async start(owner: WorkOwner, run: Run, id = this.#settings.newId()): Promise<string> {
    const own = this.#all().filter(
      (work) => work.key.owner.personId === owner.personId && !isOver(work.now),
    );
    if (own.length >= mostOfOne)
      throw new Refusal(
        "too-many",
        "You have started several things that are not finished. Wait for one or cancel it.",
      );
    const key: WorkKey = { kind: "work", id, owner };
    // Asked for twice at the same time.
    if (this.#own(owner, id)) return id;
    const work = new RunningWork(key, run, {
      ...this.#settings,
      works: this.#settings.store.works,
      removedElsewhere: () => void this.#forget(work),
    });
    this.#worksById.set(key.id, work);
    try {
      await work.begin();
    } catch (error) {
      this.#worksById.delete(key.id);
      throw error;
    }
    this.#startNext();
    return key.id;
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
  ): Promise<WorkSeen> {
    const work = this.#own(owner, id);
    if (work) {
      if (work.revision <= after) await work.changes(waitMs);
      return { now: work.now, revision: work.revision };
    }
    const until = performance.now() + waitMs;
    for (;;) {
      const seen = this.#seenElsewhere(await this.#stored(owner, id));
      const left = until - performance.now();
      if (seen.revision > after || left <= 0) return seen;
      await delay(Math.min(left, lookEveryMs));
    }
  }

  /**
   * Begins what is not begun under its id: whoever asks again, because nobody heard the answer, watches the same.
   * @param begin `start` under that id
   * @throws what `begin` throws
   */
  async once(owner: WorkOwner, id: string, begin: () => Promise<unknown>): Promise<string> {
    const isKnown =
      this.#own(owner, id) ?? (await this.#settings.store.works.find({ kind: "work", id, owner }));
    if (!isKnown) await begin();
    return id;
  }

  /** Whether it waits, runs or is done, on whichever server; not when it was refused, cancelled or never was. */
  async isInHand(owner: WorkOwner, id: string): Promise<boolean> {
    try {
      const { now } = await this.watch(owner, id, { after: 0, waitMs: 0 });
      return now.state !== "refused";
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return false;
    }
  }

  /** @throws Refusal `not-found` when there is none, or none yet */
  async file(owner: WorkOwner, id: string): Promise<WorkFile> {
    const work = this.#own(owner, id);
    // Other servers know of its end a moment before this one says so.
    const now =
      work && isOver(work.now) ? work.now : readState((await this.#stored(owner, id)).json);
    if (now.state !== "done" || !now.result.file) throw notFound();
    return now.result.file;
  }

  /** Stops it, wherever it runs, and forgets what came of it. @throws Refusal `not-found` */
  async cancel(owner: WorkOwner, id: string): Promise<void> {
    const work = this.#own(owner, id);
    if (work) return await this.#forget(work);
    const { json } = await this.#stored(owner, id);
    // The server that does it finds that it is no longer there.
    await this.#remove(id, readState(json));
  }

  /** Stops what is not over. What is can be fetched from other servers, and here when it starts again. */
  async stop(): Promise<void> {
    this.#hasStopped = true;
    const stopped = new Refusal("unavailable", "The server was stopped meanwhile. Begin again.");
    const all = this.#all();
    this.#worksById.clear();
    for (const work of all) {
      if (!isOver(work.now)) await work.becomes({ state: "refused", refusal: stopped });
      await work.end();
    }
    clearInterval(this.#sweeping);
    while (this.#removals.size > 0) await Promise.all(this.#removals);
  }

  #all(): RunningWork[] {
    return [...this.#worksById.values()];
  }

  #own({ statementId, personId }: WorkOwner, id: string): RunningWork | undefined {
    const work = this.#worksById.get(id);
    const { owner } = work?.key ?? {};
    return owner?.personId === personId && owner.statementId === statementId ? work : undefined;
  }

  /** @throws Refusal `not-found` */
  async #stored(owner: WorkOwner, id: string): Promise<StoredWork> {
    const stored = await this.#settings.store.works.find({ kind: "work", id, owner });
    if (!stored) throw notFound();
    return stored;
  }

  #seenElsewhere({ json, revision, at }: StoredWork): WorkSeen {
    const now = readState(json);
    const age = Date.parse(this.#settings.now()) - Date.parse(at);
    if (isOver(now) || age < silentMs) return { now, revision };
    const refusal = new Refusal("unavailable", "The server that did this stopped. Begin again.");
    return { now: { state: "refused", refusal }, revision: revision + 1 };
  }

  #startNext(): void {
    const running = this.#all().filter(({ now }) => now.state === "running").length;
    const next = this.#all().find(({ now, hasBegun }) => hasBegun && now.state === "waiting");
    if (next && running < mostRunning) void this.#run(next);
  }

  async #run(work: RunningWork): Promise<void> {
    const now = await work.runs();
    // What this may leave behind is swept up when a server starts.
    if (this.#hasStopped) return;
    // It was cancelled just when it was done: nobody will fetch it.
    if (this.#worksById.get(work.key.id) !== work) {
      this.#removeFile(now);
    } else {
      work.forgetAfter(keptMs, () => void this.#forget(work));
      this.#makeRoom();
    }
    this.#startNext();
  }

  async #forget(work: RunningWork): Promise<void> {
    if (!this.#worksById.delete(work.key.id)) return;
    const ended = work.end();
    this.#startNext();
    await this.#removing(ended.then(() => this.#remove(work.key.id, work.now)));
  }

  /** Resolves when it can no longer be found; its file goes soon after. */
  async #remove(id: string, now: WorkState): Promise<void> {
    await this.#removing(this.#settings.store.works.remove([id]));
    this.#removeFile(now);
  }

  #removeFile(now: WorkState): void {
    const file = fileOf(now);
    if (file) void this.#removing(this.#settings.store.files.remove([file.id]));
  }

  /** Removes what nobody remembers: of work that was cancelled half-way, or of servers that stopped. */
  #sweep(): void {
    const before = new Date(Date.parse(this.#settings.now()) - longestKeptMs).toISOString();
    const { works, files } = this.#settings.store;
    for (const store of [works, files]) void this.#removing(store.removeBefore(before));
  }

  /** What could not be removed is swept up later. */
  async #removing(removal: Promise<void>): Promise<void> {
    const ended = removal.catch(this.#settings.problem);
    this.#removals.add(ended);
    await ended;
    this.#removals.delete(ended);
  }

  #makeRoom(): void {
    let bytes = 0;
    for (const work of this.#all().toReversed()) {
      bytes += bytesOf(work.now);
      if (bytes > mostBytes) void this.#forget(work);
    }
  }
}

function notFound(): Refusal {
  return new Refusal("not-found", "That is over, or was cancelled. Begin again.");
}
