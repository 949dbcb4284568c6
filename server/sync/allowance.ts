/** A limit on what one connection may ask in a time: points that are spent and come back. */
export class Allowance {
  readonly #most: number;
  readonly #perSecond: number;
  #left: number;
  #countedAt: number;

  /**
   * @param most points at the start, and the most there can be
   * @param perSecond how fast they come back
   * @param now milliseconds
   */
  constructor(most: number, perSecond: number, now: number) {
    this.#most = most;
    this.#perSecond = perSecond;
    this.#left = most;
    this.#countedAt = now;
  }

  /** Whether there were enough; they are spent then. */
  spend(points: number, now: number): boolean {
    const earned = ((now - this.#countedAt) / 1000) * this.#perSecond;
    this.#left = Math.min(this.#most, this.#left + earned);
    this.#countedAt = now;
    if (points > this.#left) return false;
    this.#left -= points;
    return true;
  }
}
