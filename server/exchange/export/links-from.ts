/** What a requirement meets, as exports tell it. */
import type { RecordState } from "../../../shared/record-state.ts";
import type { How } from "../../../shared/thread.ts";

export interface LinkFrom {
  readonly threadId: string;
  readonly needId: string;
  /** Reference of the need or outcome, or its id while it has none. */
  readonly to: string;
  readonly how: How;
  readonly because: string;
}

/** Those that stand, oldest first. */
export function linksFrom(
  requirementId: string,
  { threads, threadsByItem, references }: RecordState,
): LinkFrom[] {
  return (threadsByItem.get(requirementId) ?? []).flatMap((threadId) => {
    const meets = threads.get(threadId)?.meets;
    if (!meets || meets.withdrawn) return [];
    const { needId, how, because } = meets;
    return [{ threadId, needId, to: references.get(needId) ?? needId, how, because }];
  });
}
