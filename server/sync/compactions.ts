/** Puts snapshots in the place of what the journal holds of statements, one at a time of each. */
import type { Store } from "../store/store.ts";
import type { Merged } from "../store/text-store.ts";
import type { Room } from "./room.ts";

export interface CompactionsSettings {
  readonly store: Pick<Store, "text">;
  /** Makes a snapshot of what is stored, elsewhere than here: people are typing. Fails when it is aborted. */
  merge(statementId: string, signal: AbortSignal): Promise<Merged | null>;
  /** ISO 8601, UTC. */
  now(): string;
  /** Told what went wrong, for the log. */
  problem(error: unknown): void;
}

export class Compactions {
  readonly #settings: CompactionsSettings;
  readonly #underWay = new Map<string, Promise<void>>();
  readonly #stopped = new AbortController();

  constructor(settings: CompactionsSettings) {
    this.#settings = settings;
  }

  compact(room: Room): void {
    const { statementId } = room;
    const { signal } = this.#stopped;
    if (this.#underWay.has(statementId) || signal.aborted) return;
    const compacting = this.#compact(room, signal)
      .catch(this.#settings.problem)
      .finally(() => this.#underWay.delete(statementId));
    this.#underWay.set(statementId, compacting);
  }

  async #compact(room: Room, signal: AbortSignal): Promise<void> {
    const { store, now, merge } = this.#settings;
    const { statementId } = room;
    const merged = await merge(statementId, signal).catch((error: unknown) => {
      if (signal.aborted) return null;
      throw error;
    });
    if (!merged || signal.aborted) return;
    room.compacted(await store.text.keepMerged(statementId, now(), merged));
    await store.text.removeMerged(statementId);
  }

  /** Waits for no snapshot that is being made: the rows are all there, and make another. Resolves when nothing is under way. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    await Promise.all(this.#underWay.values());
  }
}
