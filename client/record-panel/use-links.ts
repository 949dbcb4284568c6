/** The links of an item that stand, one for each item at their other end. */
import { useRef } from "react";
import type { RecordState } from "../../shared/record-state.ts";
import type { Meets, Thread } from "../../shared/thread.ts";
import { useRecord } from "../connection/hooks.ts";

export type Link = Thread & { readonly meets: Meets };

/** Of a requirement, by the need or outcome it meets. The same array until one of them changes. */
export function useLinksOfRequirement(itemId: string): readonly Link[] {
  return useLinks((record) =>
    standing(record, record.threadsByItem.get(itemId), ({ meets }) => meets.needId),
  );
}

/** Of a need or outcome, by the requirement that meets it. The same array until one of them changes. */
export function useLinksOfNeed(itemId: string): readonly Link[] {
  return useLinks((record) =>
    standing(record, record.linksByNeed.get(itemId), ({ anchor }) => anchor.itemId),
  );
}

function useLinks(read: (record: RecordState) => readonly Link[]): readonly Link[] {
  const last = useRef<readonly Link[]>([]);
  return useRecord((record) => {
    const fresh = read(record);
    const before = last.current;
    const isSame = fresh.length === before.length && fresh.every((link, at) => link === before[at]);
    if (!isSame) last.current = fresh;
    return last.current;
  });
}

/** Oldest first. Of several between the same two items, the first that says fully, or else the first. */
export function standing(
  record: RecordState,
  threadIds: readonly string[] | undefined,
  otherEnd: (link: Link) => string,
): readonly Link[] {
  const links = new Map<string, Link>();
  for (const threadId of threadIds ?? []) {
    const thread = record.threads.get(threadId);
    if (!isLink(thread) || thread.meets.withdrawn) continue;
    const known = links.get(otherEnd(thread));
    if (!known || (known.meets.how === "partly" && thread.meets.how === "fully"))
      links.set(otherEnd(thread), thread);
  }
  return [...links.values()];
}

function isLink(thread: Thread | undefined): thread is Link {
  return thread !== undefined && thread.meets !== null;
}
