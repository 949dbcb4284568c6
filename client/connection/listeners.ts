/** Who wants to hear of a change. Promises that a listener that leaves while being told hurts no other. */
export class Listeners {
  #all = new Set<() => void>();

  /** @returns a function that stops it */
  add(listener: () => void): () => void {
    // A function of its own, so that the same listener may be added twice.
    const own = (): void => listener();
    this.#all.add(own);
    return () => this.#all.delete(own);
  }

  tell(): void {
    for (const listener of this.#all) listener();
  }

  get isEmpty(): boolean {
    return this.#all.size === 0;
  }
}
