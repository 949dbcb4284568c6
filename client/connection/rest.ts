/** Does something once things rest, and now and then while they never do. */
export class Rest {
  readonly #then: () => void;
  readonly #restMs: number;
  readonly #longestWaitMs: number;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #latest: ReturnType<typeof setTimeout> | undefined;

  constructor(then: () => void, restMs: number, longestWaitMs: number) {
    this.#then = then;
    this.#restMs = restMs;
    this.#longestWaitMs = longestWaitMs;
  }

  get isWaiting(): boolean {
    return this.#latest !== undefined;
  }

  /** Something happened: wait for it to rest. */
  wait(): void {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(this.#come, this.#restMs);
    this.#latest ??= setTimeout(this.#come, this.#longestWaitMs);
  }

  /** Waits for nothing any more. */
  clear(): void {
    clearTimeout(this.#rest);
    clearTimeout(this.#latest);
    this.#latest = undefined;
  }

  readonly #come = (): void => {
    this.clear();
    this.#then();
  };
}
