/**
 * Lets rooms give up documents that nobody reads: most people who have a statement open look at it. Promises
 * to take little time at once, and never to do it to a room that somebody is at work in.
 */

/** What may be at rest: a room. */
interface Rester {
  /** Gives up what nobody has read since this was asked last. @returns whether it did */
  rest(): boolean;
}

interface RestingSettings<R extends Rester> {
  /** A document is given up when it was not read for once to twice so long. */
  readonly restMs: number;
  readonly rooms: ReadonlyMap<string, R>;
  /** Somebody who is no page may hold its document. */
  isUsed(room: R): boolean;
}

const lookMs = 250;
/** To write one down takes a millisecond or two. */
const mostAtOnce = 5;

export class Resting<R extends Rester> {
  readonly #settings: RestingSettings<R>;
  readonly #timer: NodeJS.Timeout;
  /** Those that this round has not looked at yet. */
  #left: R[] = [];
  /** When this round began, by a clock that only goes forward. */
  #roundAt: number;

  constructor(settings: RestingSettings<R>) {
    this.#settings = settings;
    this.#roundAt = performance.now();
    this.#timer = setInterval(() => this.#look(), Math.min(lookMs, settings.restMs)).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    const { rooms, isUsed, restMs } = this.#settings;
    if (this.#left.length === 0) {
      // A room is not looked at again before its time: a few would be at rest between two letters.
      const now = performance.now();
      if (now - this.#roundAt < restMs) return;
      this.#roundAt = now;
      this.#left = [...rooms.values()];
    }
    const most = Math.ceil((rooms.size * lookMs) / restMs);
    for (let looked = 0, rested = 0; looked < most && rested < mostAtOnce; looked += 1) {
      const room = this.#left.pop();
      if (!room) return;
      if (!isUsed(room) && room.rest()) rested += 1;
    }
  }
}
