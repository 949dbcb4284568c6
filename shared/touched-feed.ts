/**
 * Tells whoever keeps something up which items were touched. Each has a basket of its own, which fills
 * while nobody looks and is emptied when it is looked at: it never holds more than one id for each item.
 */
export class TouchedFeed {
  readonly #baskets = new Set<Set<string>>();

  /** @returns a function that stops it */
  addTo(basket: Set<string>): () => void {
    this.#baskets.add(basket);
    return () => this.#baskets.delete(basket);
  }

  touch(itemIds: readonly string[] | ReadonlySet<string>): void {
    for (const basket of this.#baskets) for (const id of itemIds) basket.add(id);
  }
}
