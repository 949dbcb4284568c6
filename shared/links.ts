/** Which items the links of the record hang on. */
import type { RecordState } from "./record-state.ts";

/** Ids of the items at the other ends of an item's links, also of those that were taken back. */
export function linkedWith(
  itemId: string,
  { threads, threadsByItem, linksByNeed }: RecordState,
): string[] {
  const needIds = (threadsByItem.get(itemId) ?? []).flatMap(
    (threadId) => threads.get(threadId)?.meets?.needId ?? [],
  );
  const requirementIds = (linksByNeed.get(itemId) ?? []).flatMap(
    (threadId) => threads.get(threadId)?.anchor.itemId ?? [],
  );
  return [...needIds, ...requirementIds];
}
