/** Puts snapshots in the place of what the journal holds of statements, one at a time of each. */
import type { Store } from "../store/store.ts";
import { merge } from "./merge.ts";
import type { Room } from "./room.ts";

export interface CompactionsSettings {
  readonly store: Pick<Store, "text">;
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
    const { store, now, problem } = this.#settings;
    const compacting = store.text
      .compact(statementId, now(), merge)
      .then((part) => room.compacted(part), problem)
      .finally(() => this.#underWay.delete(statementId));
    this.#underWay.set(statementId, compacting);
  }

  async settled(): Promise<void> {
    await Promise.all(this.#underWay.values());
  }
}
