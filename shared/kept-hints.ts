/** Which items of a statement have wording hints, and how many musts it has, kept up. */
import type { Item } from "./items.ts";
import { KeptRows, type Kept, type StatementNow } from "./kept-rows.ts";
import type { RecordState } from "./record-state.ts";
import { hintsOf, mustOf, type MustCount } from "./wording-checks.ts";

export interface StatementHints {
  /** Items with a hint that nobody dismissed. */
  readonly itemIds: Pick<ReadonlySet<string>, "has" | "size">;
  readonly musts: MustCount;
}

/** What of an item counts. */
interface Standing {
  readonly isHinted: boolean;
  readonly must: ReturnType<typeof mustOf>;
}

export class KeptHints implements Kept<StatementHints> {
  readonly #musts = { musts: 0, of: 0 };
  #hinted = 0;
  readonly #rows = new KeptRows<Standing>(({ isHinted, must }, by) => {
    if (isHinted) this.#hinted += by;
    if (must !== null) this.#musts.of += by;
    if (must === "must") this.#musts.musts += by;
  });
  #hints: StatementHints | null = null;

  update(touched: Iterable<string>, { item: itemOf, record }: StatementNow): StatementHints {
    const isChanged = this.#rows.change(touched, (id, before) => {
      const item = itemOf(id);
      if (!item) return [];
      const isHinted = hasOpenHint(item, record);
      const must = mustOf(item);
      if (!isHinted && must === null) return [];
      const last = before[0]?.row;
      const isSame = last?.isHinted === isHinted && last.must === must;
      return [{ row: isSame ? last : { isHinted, must }, rank: 0, order: "", id }];
    });
    if (this.#hints && !isChanged) return this.#hints;
    const has = (id: string): boolean => this.#rows.of(id)?.isHinted === true;
    this.#hints = { itemIds: { has, size: this.#hinted }, musts: { ...this.#musts } };
    return this.#hints;
  }
}

function hasOpenHint(item: Item, record: RecordState): boolean {
  const dismissed = record.dismissedHints.get(item.id);
  return hintsOf(item).some(({ check }) => !dismissed?.has(check));
}
