/** Rows of a long document that are not on the page yet, for whoever wants one of them now. */
export class RowsToCome {
  #bring: (() => void) | null = null;

  /**
   * @param bring puts all rows on the page at once
   * @returns to be called when they are there
   */
  waitFor(bring: () => void): () => void {
    this.#bring = bring;
    return () => {
      if (this.#bring === bring) this.#bring = null;
    };
  }

  /** What `find` finds, with the rows that are to come when it finds nothing without them. */
  among<T>(find: () => T | null): T | null {
    const found = find();
    if (found !== null || !this.#bring) return found;
    this.bring();
    return find();
  }

  /** Puts all rows on the page. Not to be called while React renders. */
  bring(): void {
    this.#bring?.();
  }
}
