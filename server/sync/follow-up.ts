/**
 * Work that follows from what happens, and that may wait while much happens: at once after a quiet
 * time, and then a few times a second. Promises that what happens is always followed up.
 */

const gapMs = 250;

export class FollowUp {
  readonly #work: () => void;
  #isWaiting = false;
  #notBefore = -Infinity;

  constructor(work: () => void) {
    this.#work = work;
  }

  /** Whether something has happened that was not followed up. */
  get isWaiting(): boolean {
    return this.#isWaiting;
  }

  /** Something has happened. */
  soon(): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    const waitMs = this.#notBefore - performance.now();
    const doIt = (): void => this.now();
    if (waitMs <= 0) setImmediate(doIt);
    else setTimeout(doIt, waitMs).unref();
  }

  /** Does what waits without waiting. */
  now(): void {
    if (!this.#isWaiting) return;
    this.#isWaiting = false;
    this.#notBefore = performance.now() + gapMs;
    this.#work();
  }
}
