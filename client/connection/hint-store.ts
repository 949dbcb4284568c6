/** Which items of the open statement have wording hints, and how many musts it has, kept up while people write. */
import { useSyncExternalStore } from "react";
import type { Item } from "../../shared/items.ts";
import type { RecordState } from "../../shared/record-state.ts";
import { countMusts, hintsOf, type MustCount } from "../../shared/wording-checks.ts";
import { useSession } from "./hooks.ts";
import { restedStores, type Work } from "./rested-store.ts";

export interface StatementHints {
  /** Items with a hint that nobody dismissed. */
  readonly itemIds: ReadonlySet<string>;
  readonly musts: MustCount;
}

const workOutHints: Work<StatementHints> = (items, record, before) => {
  const hinted = items.filter((item) => hasOpenHint(item, record)).map(({ id }) => id);
  const musts = countMusts(items);
  const isSame =
    before?.itemIds.size === hinted.length &&
    hinted.every((id) => before.itemIds.has(id)) &&
    before.musts.musts === musts.musts &&
    before.musts.of === musts.of;
  return isSame ? before : { itemIds: new Set(hinted), musts };
};

const storeOf = restedStores(workOutHints);

export function useStatementHints(): StatementHints {
  const store = storeOf(useSession());
  return useSyncExternalStore(store.subscribe, store.now);
}

function hasOpenHint(item: Item, record: RecordState): boolean {
  const dismissed = record.dismissedHints.get(item.id);
  return hintsOf(item).some(({ check }) => !dismissed?.has(check));
}
