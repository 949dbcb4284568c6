/**
 * Looks into the database for what the bus did not say: every second or so while it is down, seldom while it is
 * up. One question for all open rooms. Promises that a lost message is made up for, and that a database
 * which cannot be asked just now is asked again.
 */
import type { Bus } from "../bus/bus.ts";
import type { TextStore } from "../store/text-store.ts";
import { isReached } from "./points.ts";
import type { Room } from "./room.ts";

export interface SafetyNetSettings {
  readonly store: Pick<TextStore, "points">;
  readonly bus: Bus;
  readonly rooms: ReadonlyMap<string, Room>;
  /** How often while the bus is up, and while it is down. */
  readonly lookMs: { readonly up: number; readonly down: number };
  /** Told what went wrong, for the log. */
  problem(error: unknown): void;
}

export class SafetyNet {
  readonly #settings: SafetyNetSettings;
  readonly #unwatch: () => void;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | null = null;
  #hasStopped = false;

  constructor(settings: SafetyNetSettings) {
    this.#settings = settings;
    // What was said while it was down was lost.
    this.#unwatch = settings.bus.watch(() => this.#look());
    this.#wait();
  }

  async stop(): Promise<void> {
    this.#hasStopped = true;
    this.#unwatch();
    clearTimeout(this.#timer);
    await this.#looking;
  }

  #wait(): void {
    const { bus, lookMs } = this.#settings;
    clearTimeout(this.#timer);
    if (this.#hasStopped) return;
    this.#timer = setTimeout(() => this.#look(), bus.isUp ? lookMs.up : lookMs.down);
    this.#timer.unref();
  }

  #look(): void {
    this.#looking ??= this.#lookOnce()
      .catch((error: unknown) => this.#settings.problem(error))
      .finally(() => {
        this.#looking = null;
        this.#wait();
      });
  }

  async #lookOnce(): Promise<void> {
    const { store, bus, rooms } = this.#settings;
    if (bus.isAlone || rooms.size === 0) return;
    const points = await store.points([...rooms.keys()]);
    const behind = [...points].flatMap(([id, point]) => {
      const room = rooms.get(id);
      return room && !isReached(point, room.point) ? [room] : [];
    });
    await Promise.all(behind.map((room) => room.catchUp()));
    for (const room of rooms.values()) room.makeUpFor();
  }
}
