/**
 * Where cards stand beside the words they are about. Promises that no two overlap, that they keep
 * their order, and that the open one stands at its words wherever there is room above it.
 */

export interface CardToPlace {
  readonly id: string;
  /** Where its words are, in pixels from the top of the column. */
  readonly wantedPx: number;
  readonly heightPx: number;
}

/**
 * The top of each card, in pixels from the top of the column, never above 0.
 * @param cards in the order of the statement
 */
export function placeCards(
  cards: readonly CardToPlace[],
  openId: string | null,
  gapPx: number,
): ReadonlyMap<string, number> {
  const order = cards.toSorted((a, b) => a.wantedPx - b.wantedPx);
  const tops = order.map(({ wantedPx }) => Math.max(0, wantedPx));
  const open = order.findIndex(({ id }) => id === openId);
  // Cards before the open one give way upwards, as far as the top lets them.
  for (let at = open - 1; at >= 0; at -= 1) {
    const lowest = (tops[at + 1] ?? 0) - gapPx - (order[at]?.heightPx ?? 0);
    tops[at] = Math.max(0, Math.min(tops[at] ?? 0, lowest));
  }
  let free = 0;
  for (const [at, { heightPx }] of order.entries()) {
    tops[at] = Math.max(tops[at] ?? 0, free);
    free = tops[at] + heightPx + gapPx;
  }
  return new Map(order.map(({ id }, at) => [id, tops[at] ?? 0]));
}
