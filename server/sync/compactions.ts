/** Puts snapshots in the place of what the journal holds of statements, one at a time of each. */
import type { Store } from "../store/store.ts";
import type { Merged } from "../store/text-store.ts";
import type { Room } from "./room.ts";

export interface CompactionsSettings {
  readonly store: Pick<Store, "text">;
  /** Makes a snapshot of what is stored, elsewhere than here: people are typing. */
  merge(statementId: string): Promise<Merged | null>;
  /** ISO 8601, UTC. */
  now(): string;
  /** Told what went wrong, for the log. */
  problem(error: unknown): void;
}

export class Compactions {
  readonly #settings: CompactionsSettings;
  readonly #underWay = new Map<string, Promise<void>>();

  constructor(settings: CompactionsSettings) {
    this.#settings = settings;
  }

  compact(room: Room): void {
    const { statementId } = room;
    if (this.#underWay.has(statementId)) return;
    const compacting = this.#compact(room)
      .catch(this.#settings.problem)
      .finally(() => this.#underWay.delete(statementId));
    this.#underWay.set(statementId, compacting);
  }

  async #compact(room: Room): Promise<void> {
    const { store, now, merge } = this.#settings;
    const { statementId } = room;
    const merged = await merge(statementId);
    if (!merged) return;
    room.compacted(await store.text.keepMerged(statementId, now(), merged));
    await store.text.removeMerged(statementId);
  }

  async settled(): Promise<void> {
    await Promise.all(this.#underWay.values());
  }
}
