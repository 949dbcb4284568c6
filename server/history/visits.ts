/**
 * When people were last here. A visit lasts while any page of theirs is open on the statement, and
 * goes on when they are back within half an hour; so a reload does not make everything seen.
 * Promises that once `stop` has resolved it asks nothing of the store.
 */
import type { VisitStore } from "../store/history-store.ts";

const pauseMs = 30 * 60_000;

interface Open {
  readonly statementId: string;
  readonly personId: string;
  readonly pages: number;
}

export class Visits {
  readonly #store: VisitStore;
  readonly #now: () => string;
  /** By statement and person. */
  readonly #open = new Map<string, Open>();
  /** What is being kept, in turn: a page that is gone at once must not be kept before it came. */
  #kept: Promise<void> = Promise.resolve();
  #hasStopped = false;

  constructor(store: VisitStore, now: () => string) {
    this.#store = store;
    this.#now = now;
  }

  /** A page was opened. */
  begin(statementId: string, personId: string): Promise<void> {
    if (this.#change(statementId, personId, 1) > 1) return Promise.resolve();
    return this.#inTurn(async () => {
      const now = this.#now();
      const last = await this.#store.visit(statementId, personId);
      const isNew = last !== null && Date.parse(now) - Date.parse(last.until) > pauseMs;
      const before = isNew ? last.until : (last?.before ?? null);
      await this.#store.keepVisit(statementId, personId, { until: now, before });
    });
  }

  /** A page was closed. */
  end(statementId: string, personId: string): Promise<void> {
    if (this.#hasStopped || this.#change(statementId, personId, -1) > 0) return Promise.resolve();
    return this.#inTurn(() => this.#keepEnd(statementId, personId));
  }

  /** Until when the person was here before this visit; null for the first one. */
  async before(statementId: string, personId: string): Promise<string | null> {
    await this.#kept;
    return (await this.#store.visit(statementId, personId))?.before ?? null;
  }

  /** Ends all visits. Pages that close afterwards change nothing. */
  async stop(): Promise<void> {
    this.#hasStopped = true;
    const ends = [...this.#open.values()].map(({ statementId, personId }) =>
      this.#inTurn(() => this.#keepEnd(statementId, personId)),
    );
    await Promise.allSettled(ends);
    // Pages that closed right before are still being kept.
    await this.#kept;
  }

  async #keepEnd(statementId: string, personId: string): Promise<void> {
    const last = await this.#store.visit(statementId, personId);
    const before = last?.before ?? null;
    await this.#store.keepVisit(statementId, personId, { until: this.#now(), before });
  }

  /** @returns how many pages are open now */
  #change(statementId: string, personId: string, by: number): number {
    const key = `${statementId} ${personId}`;
    const pages = Math.max(0, (this.#open.get(key)?.pages ?? 0) + by);
    if (pages > 0) this.#open.set(key, { statementId, personId, pages });
    else this.#open.delete(key);
    return pages;
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#kept.then(work);
    this.#kept = done.catch(() => {});
    return done;
  }
}
