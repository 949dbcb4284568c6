/** Which conversations a panel shows, where, and how many there are of each sort. */
import type { Member } from "../../shared/access.ts";
import { linkHolds } from "../../shared/changed-since.ts";
import type { Item } from "../../shared/items.ts";
import type { RecordState } from "../../shared/record-state.ts";
import type { Meets, Thread } from "../../shared/thread.ts";
import { isOpenThread } from "../../shared/thread-state.ts";
import { fitsSearch } from "./thread-search.ts";

export const allThreadFilters = ["open", "mine", "objections", "closed"] as const;

export type ThreadFilter = (typeof allThreadFilters)[number];

export interface ThreadsShown {
  /** In the order of the statement; those of one item in the order they were started. */
  readonly here: readonly Thread[];
  /** On items that are not taken forward. */
  readonly onRemoved: readonly Thread[];
  /** How many each filter would show, both kinds together. */
  readonly counts: Readonly<Record<ThreadFilter, number>>;
  /** Links that are listed or not by what the items at their ends say; by these items. */
  readonly hanging: HangingLinks;
}

export type HangingLinks = ReadonlyMap<string, readonly HangingLink[]>;

interface HangingLink {
  readonly thread: Thread;
  readonly isQuiet: boolean;
}

/** What is asked of the text and of the record. */
export interface ThreadsAsked {
  readonly record: RecordState;
  readonly order: readonly string[];
  readonly item: (id: string) => Item | undefined;
  readonly filter: ThreadFilter;
  /** What the conversations have to say, or "". */
  readonly looked: string;
  readonly me: Pick<Member, "personId" | "boroughId">;
  /** Shown whatever the filter says. */
  readonly activeId: string | null;
}

export function threadsShown({ record, order, item, ...asked }: ThreadsAsked): ThreadsShown {
  const here: Thread[] = [];
  const onRemoved: Thread[] = [];
  const counts = { open: 0, mine: 0, objections: 0, closed: 0 };
  const hanging = new Map<string, HangingLink[]>();
  const known = new Set(order);
  // Threads on an item that this page does not have yet come last.
  const unknown = [...record.threadsByItem.keys()].filter((id) => !known.has(id));
  for (const itemId of [...order, ...unknown]) {
    for (const threadId of record.threadsByItem.get(itemId) ?? []) {
      const thread = record.threads.get(threadId);
      if (!thread) continue;
      if (mayBeQuiet(thread)) {
        const link = { thread, isQuiet: isQuietLink(thread, item) };
        for (const end of [itemId, thread.meets.needId])
          hanging.set(end, [...(hanging.get(end) ?? []), link]);
      }
      const isFound = fitsSearch(thread, asked.looked, record);
      const fits = isFound ? filtersOf(thread, asked.me, item) : [];
      for (const filter of fits) counts[filter] += 1;
      if (!fits.includes(asked.filter) && threadId !== asked.activeId) continue;
      if (item(itemId)?.removed ?? !known.has(itemId)) onRemoved.push(thread);
      else here.push(thread);
    }
  }
  return { here, onRemoved, counts, hanging };
}

/** Whether something else is shown now that these items, which stand where they stood, say something else. */
export function hangsOn(
  touched: Iterable<string>,
  hanging: HangingLinks,
  item: (id: string) => Item | undefined,
): boolean {
  for (const itemId of touched)
    for (const { thread, isQuiet } of hanging.get(itemId) ?? [])
      if (isQuietLink(thread, item) !== isQuiet) return true;
  return false;
}

function filtersOf(
  thread: Thread,
  me: ThreadsAsked["me"],
  item: (id: string) => Item | undefined,
): readonly ThreadFilter[] {
  if (!isOpenThread(thread)) return ["closed"];
  if (isQuietLink(thread, item)) return [];
  const fits: ThreadFilter[] = ["open"];
  if (isMine(thread, me)) fits.push("mine");
  if (thread.type === "objection") fits.push("objections");
  return fits;
}

/**
 * A link of a whole item that nobody said anything about and that still holds: the line under its
 * item says all there is, and a card for each would push the others away from their words.
 */
function isQuietLink(thread: Thread, item: (id: string) => Item | undefined): boolean {
  if (!mayBeQuiet(thread)) return false;
  const { anchor, meets } = thread;
  const requirement = item(anchor.itemId);
  return requirement?.removed !== null || linkHolds(meets, requirement, item(meets.needId));
}

function mayBeQuiet(thread: Thread): thread is Thread & { readonly meets: Meets } {
  const { anchor, meets, comments, assigned } = thread;
  if (!meets || anchor.words || assigned || comments.length > 0) return false;
  return meets.because === "" && isOpenThread(thread);
}

/** Started or answered by somebody, for them to see to, or calling on them or their borough. */
function isMine(
  { started, assigned, comments }: Thread,
  { personId, boroughId }: ThreadsAsked["me"],
): boolean {
  if (started.personId === personId || assigned?.to === personId) return true;
  return comments.some(
    (comment) =>
      comment.personId === personId ||
      comment.mentions.some((one) =>
        "personId" in one ? one.personId === personId : one.boroughId === boroughId,
      ),
  );
}
