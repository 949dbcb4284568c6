/** Parts that several commands share: arguments, checks with their refusals, anchors parted into facts and words. */
import { z } from "zod";
import type { Anchor } from "../anchors.ts";
import type { Item } from "../items.ts";
import type { Meets, Thread } from "../record-state.ts";
import { Refusal } from "../refusal.ts";
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
  from: z.record(z.string(), z.unknown()).optional(),
  to: z.record(z.string(), z.unknown()).optional(),
});

/** Absent once the words are erased. */
export const anchorWords = z
  .object({ quote: z.string(), prefix: z.string(), suffix: z.string() })
  .nullable()
  .catch(null);

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

/** @throws Refusal `not-found` */
export function itemOf(context: CommandContext, itemId: string): Item {
  const item = context.item(itemId);
  if (!item) throw new Refusal("not-found", "That item is not in this statement.");
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
