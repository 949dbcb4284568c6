/** For how many items something differs for a borough, kept up while people write. */
import { useSyncExternalStore } from "react";
import { KeptRows, type Kept, type StatementNow } from "../../shared/kept-rows.ts";
import { variationsShown } from "../../shared/variations.ts";
import { useSession } from "../connection/hooks.ts";
import { restedStores } from "../connection/rested-store.ts";

class KeptDiffering implements Kept<number> {
  #count = 0;
  readonly #rows = new KeptRows<true>((_row, by) => (this.#count += by));

  update(touched: Iterable<string>, { item: itemOf }: StatementNow): number {
    this.#rows.change(touched, (id) => {
      const item = itemOf(id);
      if (!item || item.removed || variationsShown(item).length === 0) return [];
      return [{ row: true, rank: 0, order: "", id }];
    });
    return this.#count;
  }
}

const storeOf = restedStores(() => new KeptDiffering());

export function useDiffering(): number {
  const store = storeOf(useSession());
  return useSyncExternalStore(store.subscribe, store.now);
}
