/**
 * What waits for a person to look at: the issued version that their borough is asked to sign off, what
 * they are asked or answered, wording that they may decide, and the needs and requirements that their borough has said nothing about yet, or said something on
 * other words. Pure: worked out from the record, the text and what the person has read.
 */
import { can, type Member } from "./access.ts";
import { itemHasWords, type Item } from "./items.ts";
import { KeptRows, workOut, type Kept, type StatementNow } from "./kept-rows.ts";
import { type Notice } from "./notices.ts";
import { isRead, type NoticeReading } from "./notice-reading.ts";
import { takesPositions } from "./position.ts";
import { positionState } from "./position-state.ts";
import type { RecordState } from "./record-state.ts";
import type { Thread } from "./thread.ts";
import { isOpenThread } from "./thread-state.ts";
import { lastIssued } from "./version.ts";

/** Why an item waits: nothing was said, it was said on other words, or a colleague proposes what to say. */
export type WhyItem = "new" | "changed" | "proposed";

/** Why a conversation waits, what matters most first. */
export type WhyThread = "assigned" | "closing" | "mention" | "answer" | "suggestion";

export type ToLookAt =
  | { readonly kind: "version"; readonly key: string; readonly version: number }
  | { readonly kind: "item"; readonly key: string; readonly itemId: string; readonly why: WhyItem }
  | {
      readonly kind: "thread";
      readonly key: string;
      readonly threadId: string;
      readonly itemId: string;
      readonly why: WhyThread;
      /** What is read when the person is done with it. */
      readonly notices: readonly Notice[];
    };

/** A need or requirement that waits. */
export type ItemEntry = Extract<ToLookAt, { kind: "item" }>;

/** The version that waits for the member to sign it off for their borough, or to say why not. */
export function versionToLookAt(member: Member, record: RecordState): readonly ToLookAt[] {
  if (!can(member, "sign-off")) return nothing;
  const version = lastIssued(record);
  if (!version || version.signOffs.has(member.boroughId)) return nothing;
  return [{ kind: "version", key: `version ${version.number}`, version: version.number }];
}

/**
 * The items that wait for the member's borough: those that changed first, then those a colleague
 * proposes something for, then the new ones; needs before requirements, else in document order.
 * Empty for readers, who say nothing.
 */
export function itemsToLookAt(
  member: Member,
  record: RecordState,
  items: readonly Item[],
): readonly ItemEntry[] {
  return workOut(new KeptItemsToLookAt(member), items, record);
}

/** The same, kept up. */
export class KeptItemsToLookAt implements Kept<readonly ItemEntry[]> {
  readonly #member: Member;
  readonly #rows = new KeptRows<ItemEntry>();

  constructor(member: Member) {
    this.#member = member;
  }

  update(touched: Iterable<string>, { item: itemOf, record }: StatementNow): readonly ItemEntry[] {
    if (!can(this.#member, "propose-position")) return nothing;
    this.#rows.change(touched, (id, before) => {
      const item = itemOf(id);
      const why = item ? whyItem(this.#member, record, item) : null;
      if (!item || why === null) return [];
      const known = before[0]?.row;
      const row: ItemEntry =
        known?.why === why ? known : { kind: "item", key: `${why} ${id}`, itemId: id, why };
      const rank = whyItems.indexOf(why) * 2 + (item.kind === "need" ? 0 : 1);
      return [{ row, rank, order: item.order, id }];
    });
    return this.#rows.all();
  }
}

const nothing: readonly never[] = [];

const whyItems: readonly WhyItem[] = ["changed", "proposed", "new"];

function whyItem(member: Member, record: RecordState, item: Item): WhyItem | null {
  if (!takesPositions(item.kind) || item.removed || !itemHasWords(item)) return null;
  const { boroughId } = member;
  const position = record.positions.get(item.id)?.get(boroughId);
  const state = positionState(item, boroughId, position);
  if (state === "current") return null;
  const proposal = record.proposedPositions.get(item.id)?.get(boroughId);
  const isProposed = positionState(item, boroughId, proposal) === "current";
  // Somebody who may only propose has nothing to do where a proposal waits for who agrees.
  if (isProposed) return can(member, "take-position") ? "proposed" : null;
  return state === "changed" ? "changed" : "new";
}

/**
 * The conversations that wait for the member. One waits while it is open and something in it concerns
 * them that they have neither read nor answered since; suggested wording waits until it is decided.
 * @param notices everything the member is told, newest first
 */
export function threadsToLookAt(
  member: Member,
  record: RecordState,
  notices: readonly Notice[],
  reading: NoticeReading,
): readonly ThreadEntry[] {
  const waiting: ThreadEntry[] = [];
  for (const [threadId, all] of Map.groupBy(notices, (notice) => notice.threadId ?? "")) {
    const thread = record.threads.get(threadId);
    if (!thread || !isOpenThread(thread)) continue;
    const answered = lastWordOf(member, thread);
    const news = all.filter(
      (notice) => !isRead(notice, reading) && (notice.by?.number ?? 0) > answered,
    );
    const why = whyThread(member, thread, news);
    if (why === null) continue;
    const { itemId } = thread.anchor;
    waiting.push({
      kind: "thread",
      key: `thread ${threadId}`,
      threadId,
      itemId,
      why,
      notices: news,
    });
  }
  return waiting.toSorted((a, b) => whyThreads.indexOf(a.why) - whyThreads.indexOf(b.why));
}

/** A conversation that waits. */
export type ThreadEntry = Extract<ToLookAt, { kind: "thread" }>;

const whyThreads: readonly WhyThread[] = ["assigned", "closing", "mention", "answer", "suggestion"];

function whyThread(member: Member, thread: Thread, news: readonly Notice[]): WhyThread | null {
  const isThere = (kind: Notice["kind"]): boolean => news.some((notice) => notice.kind === kind);
  if (isThere("assigned")) return "assigned";
  if (thread.closingProposed && isThere("objection")) return "closing";
  if (isThere("mention")) return "mention";
  if (isThere("answer")) return "answer";
  const waits = thread.suggests !== null && thread.suggests.outcome === null;
  if (waits && can(member, "decide-suggestion") && isThere("suggestion")) return "suggestion";
  return null;
}

/** The number of the last entry in which the member said something in the conversation; 0 for never. */
function lastWordOf({ personId }: Member, { started, comments }: Thread): number {
  const own = [started, ...comments].filter((deed) => deed.personId === personId);
  return Math.max(0, ...own.map(({ number }) => number));
}
