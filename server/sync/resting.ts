/**
 * Lets rooms give up documents that nobody reads: most people who have a statement open look at it. Promises
 * to take little time at once, and never to do it to a room that somebody is at work in.
 */
import type { Room } from "./room.ts";

interface RestingSettings {
  /** A document is given up when it was not read for once to twice so long. */
  readonly restMs: number;
  readonly rooms: ReadonlyMap<string, Room>;
  /** Somebody who is no page may hold its document. */
  isUsed(room: Room): boolean;
}

const lookMs = 250;
/** To write one down takes a millisecond or two. */
const mostAtOnce = 5;

export class Resting {
  readonly #settings: RestingSettings;
  readonly #timer: NodeJS.Timeout;
  /** Those that this round has not looked at yet. */
  #left: Room[] = [];

  constructor(settings: RestingSettings) {
    this.#settings = settings;
    this.#timer = setInterval(() => this.#look(), Math.min(lookMs, settings.restMs)).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    const { rooms, isUsed, restMs } = this.#settings;
    if (this.#left.length === 0) this.#left = [...rooms.values()];
    const most = Math.ceil((rooms.size * lookMs) / restMs);
    for (let looked = 0, rested = 0; looked < most && rested < mostAtOnce; looked += 1) {
      const room = this.#left.pop();
      if (!room) return;
      if (!isUsed(room) && room.rest()) rested += 1;
    }
  }
}
