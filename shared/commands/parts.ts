/** Parts that several commands share: arguments, checks with their refusals, anchors parted into facts and words. */
import { z } from "zod";
import { positionSchema, type Anchor } from "../anchors.ts";
import { digestOf } from "../canonical.ts";
import type { Item } from "../items.ts";
import type { RecordDraft } from "../record-state.ts";
import type { Comment, Meets, Thread } from "../thread.ts";
import { Refusal } from "../refusal.ts";
import { fingerprint, seenSchema, type Seen } from "../seen.ts";
import type { CommandContext } from "./command.ts";

/** What a person writes in a comment. */
export const commentText = z
  .string()
  .trim()
  .min(1, "Write something first.")
  .max(10_000, "A comment has at most 10,000 characters.");

/** A reason that has to be given. */
export const reason = z
  .string()
  .trim()
  .min(1, "Say why.")
  .max(2_000, "A reason has at most 2,000 characters.");

/** A reason that may be left out. */
export const optionalReason = z
  .string()
  .trim()
  .max(2_000, "A reason has at most 2,000 characters.")
  .default("");

export const id = z.string().min(1).max(64);

export const how = z.enum(["fully", "partly"]);

export const anchorFacts = z.object({
  itemId: z.string(),
  field: z.string().optional(),
  from: positionSchema.optional().catch(undefined),
  to: positionSchema.optional().catch(undefined),
});

/** Absent once the words are erased. */
export const anchorWords = z
  .object({ quote: z.string(), prefix: z.string(), suffix: z.string() })
  .nullable()
  .catch(null);

const emptySeen = { priority: null, removed: false, fields: {} };

/** What requirement and need of a link said; empty once the words are erased. */
export const bothSeen = z
  .object({ requirement: seenSchema, need: seenSchema })
  .catch({ requirement: emptySeen, need: emptySeen });

export function splitAnchor(anchor: Anchor): {
  facts: z.input<typeof anchorFacts>;
  words: z.input<typeof anchorWords>;
} {
  if (!anchor.words) return { facts: { itemId: anchor.itemId }, words: null };
  const { field, from, to, quote, prefix, suffix } = anchor.words;
  return { facts: { itemId: anchor.itemId, field, from, to }, words: { quote, prefix, suffix } };
}

export function joinAnchor(
  facts: z.output<typeof anchorFacts>,
  words: z.output<typeof anchorWords>,
): Anchor {
  const { itemId, field, from, to } = facts;
  if (field === undefined || !from || !to || !words) return { itemId };
  return { itemId, words: { field, from, to, ...words } };
}

/** Whether both are about the very same words, or the same whole item. */
export function isSameAnchor(one: Anchor, other: Anchor): boolean {
  return one.itemId === other.itemId && digestOf(one) === digestOf(other);
}

/** Whether the last word in a conversation is that person's and says just that: the button was pressed twice. */
export function isSaidLast(thread: Thread, personId: string, text: string): boolean {
  const last = thread.comments.at(-1);
  return last?.personId === personId && last.text === text && !last.withdrawn;
}

export function alreadySaid(): Refusal {
  return new Refusal("already-so", "You have said that here already.");
}

/** @throws Refusal `not-found` */
export function itemOf(context: CommandContext, itemId: string): Item {
  const item = context.item(itemId);
  if (!item) throw new Refusal("not-found", "That item is not in this statement.");
  return item;
}

/** @throws Refusal `not-found`, `bad-input` */
export function requirementOf(context: CommandContext, itemId: string): Item {
  const item = itemOf(context, itemId);
  if (item.kind !== "requirement")
    throw new Refusal("bad-input", "That is not a requirement. Choose a requirement.");
  return item;
}

/**
 * A need, or an outcome: both are met by requirements.
 * @throws Refusal `not-found`, `bad-input`
 */
export function needOf(context: CommandContext, itemId: string): Item {
  const item = itemOf(context, itemId);
  if (item.kind !== "need" && item.kind !== "outcome")
    throw new Refusal("bad-input", "That is not a need or an outcome. Choose one of those.");
  return item;
}

/** @throws Refusal `not-found` */
export function threadOf(context: CommandContext, threadId: string): Thread {
  const thread = context.record.threads.get(threadId);
  if (!thread) throw new Refusal("not-found", "That conversation is not in this statement.");
  return thread;
}

/**
 * A link that still stands.
 * @throws Refusal `not-found`, `already-so`
 */
export function linkOf(
  context: CommandContext,
  threadId: string,
): Thread & { readonly meets: Meets } {
  const thread = threadOf(context, threadId);
  const { meets } = thread;
  if (!meets) throw new Refusal("bad-input", "That conversation does not link a need.");
  if (meets.withdrawn) throw new Refusal("already-so", "That link was taken back.");
  return { ...thread, meets };
}

/**
 * A comment of the person's own that still has its words.
 * @throws Refusal `not-found`, `not-allowed`, `already-so`, `bad-input` for the words of a position
 */
export function ownCommentOf(
  context: CommandContext,
  threadId: string,
  commentId: string,
): Comment {
  const thread = threadOf(context, threadId);
  const comment = thread.comments.find(({ id }) => id === commentId);
  if (!comment) throw new Refusal("not-found", "That comment is not in this conversation.");
  if (comment.personId !== context.member.personId)
    throw new Refusal("not-allowed", "Only the person who wrote a comment can change it.");
  if (comment.withdrawn) throw new Refusal("already-so", "That comment was taken back.");
  if (thread.position?.commentId === commentId && !thread.closed)
    throw new Refusal(
      "bad-input",
      "These words are what the borough says about the item. Say it anew under What boroughs say.",
    );
  return comment;
}

/**
 * Refuses when requirement or need no longer say what the person read.
 * @param shown the fingerprint of both as the person's page showed them
 * @throws Refusal `text-changed`
 */
export function refuseIfTextChanged(
  shown: string,
  now: { readonly requirement: Seen; readonly need: Seen },
  message: string,
): void {
  if (shown !== fingerprint(now.requirement, now.need)) throw new Refusal("text-changed", message);
}

/** Changes a comment that exists; one that does not is ignored. */
export function changeComment(
  draft: RecordDraft,
  threadId: string,
  commentId: string,
  change: (comment: Comment) => Comment,
): void {
  draft.changeThread(threadId, (thread) => ({
    ...thread,
    comments: thread.comments.map((comment) =>
      comment.id === commentId ? change(comment) : comment,
    ),
  }));
}

/** Changes a link that exists; a thread that links nothing is left as it is. */
export function changeLink(
  draft: RecordDraft,
  threadId: string,
  change: (meets: Meets) => Meets,
): void {
  draft.changeThread(threadId, (thread) =>
    thread.meets ? { ...thread, meets: change(thread.meets) } : thread,
  );
}
