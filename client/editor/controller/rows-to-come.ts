/**
 * Rows that are not on the page just now, for whoever wants one of them: those of a long document that
 * come a moment later, and those of sections that are not shown. Nothing here is to be called while
 * React renders.
 */
export interface Sections {
  /**
   * Shows the section in which an item stands.
   * @returns false when it stands in the one that is shown, or in none
   */
  reach(itemId: string): boolean;
  /** Shows the section after (1) or before (-1) the one that is shown. @returns whether there is one */
  beyond(direction: 1 | -1): boolean;
}

export class RowsToCome {
  #bring: (() => void) | null = null;
  #sections: Sections | null = null;

  /**
   * @param bring puts all rows of what is shown on the page at once
   * @returns to be called when they are there
   */
  waitFor(bring: () => void): () => void {
    this.#bring = bring;
    return () => {
      if (this.#bring === bring) this.#bring = null;
    };
  }

  /** @returns to be called when the statement is shown as a whole again, or otherwise divided */
  showBy(sections: Sections): () => void {
    this.#sections = sections;
    return () => {
      if (this.#sections === sections) this.#sections = null;
    };
  }

  /**
   * What `find` finds, with the rows that are to come when it finds nothing without them.
   * @param itemId the item it is about: its section is shown where another one is
   */
  among<T>(find: () => T | null, itemId?: string): T | null {
    const found = find();
    if (found !== null) return found;
    const isTurned = itemId !== undefined && this.reach(itemId);
    const there = isTurned ? find() : null;
    if (there !== null || !this.#bring) return there;
    this.bring();
    return find();
  }

  /** Puts all rows of what is shown on the page. */
  bring(): void {
    this.#bring?.();
  }

  reach(itemId: string): boolean {
    return this.#sections?.reach(itemId) ?? false;
  }

  beyond(direction: 1 | -1): boolean {
    return this.#sections?.beyond(direction) ?? false;
  }
}
