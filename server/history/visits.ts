/**
 * When people were last here. A visit lasts while any page of theirs is open on the statement, and
 * goes on when they are back within half an hour; so a reload does not make everything seen.
 */
import type { VisitStore } from "../store/history-store.ts";

const pauseMs = 30 * 60_000;

export class Visits {
  readonly #store: VisitStore;
  readonly #now: () => string;
  /** How many pages are open, by statement and person. */
  readonly #open = new Map<string, number>();

  constructor(store: VisitStore, now: () => string) {
    this.#store = store;
    this.#now = now;
  }

  /** A page was opened. */
  async begin(statementId: string, personId: string): Promise<void> {
    const key = `${statementId} ${personId}`;
    const pages = this.#open.get(key) ?? 0;
    this.#open.set(key, pages + 1);
    if (pages > 0) return;
    const now = this.#now();
    const last = await this.#store.visit(statementId, personId);
    const isNew = last !== null && Date.parse(now) - Date.parse(last.until) > pauseMs;
    const before = isNew ? last.until : (last?.before ?? null);
    await this.#store.keepVisit(statementId, personId, { until: now, before });
  }

  /** A page was closed. */
  async end(statementId: string, personId: string): Promise<void> {
    const key = `${statementId} ${personId}`;
    const pages = (this.#open.get(key) ?? 1) - 1;
    if (pages > 0) {
      this.#open.set(key, pages);
      return;
    }
    this.#open.delete(key);
    const last = await this.#store.visit(statementId, personId);
    const before = last?.before ?? null;
    await this.#store.keepVisit(statementId, personId, { until: this.#now(), before });
  }

  /** Until when the person was here before this visit; null for the first one. */
  async before(statementId: string, personId: string): Promise<string | null> {
    return (await this.#store.visit(statementId, personId))?.before ?? null;
  }
}
