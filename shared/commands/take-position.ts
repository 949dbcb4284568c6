/**
 * Says for a borough what it thinks of an item: one current position each. An objection and an
 * agreement with a change are a conversation too, so that others can answer; it ends when the borough
 * says something else.
 */
import { z } from "zod";
import { deedOf } from "../deed.ts";
import type { Entry } from "../entry.ts";
import { needsWords, type Stance } from "../position.ts";
import type { RecordDraft } from "../record-state.ts";
import { newThread } from "../thread.ts";
import { defineCommand, type CommandContext } from "./command.ts";
import { newComment } from "./comment-parts.ts";
import {
  closePositionThread,
  itemToSayOn,
  newPosition,
  positionArgs,
  positionFacts,
  positionOf,
  positionWords,
  refuseIfStands,
  saidPriority,
  seenNow,
  setPosition,
} from "./position-parts.ts";

const facts = positionFacts.extend({
  /** The conversation that carries its words, new or going on. */
  threadId: z.string().nullable().catch(null),
  /** The comment that says them; null when the conversation says them already. */
  commentId: z.string().nullable().catch(null),
});

type Facts = z.output<typeof facts>;

export const takePosition = defineCommand({
  name: "take-position",
  summary:
    "Say for your borough what it thinks of a need or requirement, on the text as it is shown to you.",
  action: "take-position",
  args: positionArgs,
  facts,
  words: positionWords,
  decide(args, context) {
    const { itemId, stance, words, seen } = args;
    const { record, member } = context;
    const item = itemToSayOn(context, itemId, seen);
    const standing = positionOf(record, itemId, member.boroughId);
    refuseIfStands(context, standing, args, `${member.boroughName} says that already.`);
    return {
      facts: {
        itemId,
        stance,
        priority: saidPriority(item, args),
        ...conversationFor(context, itemId, stance, words),
      },
      words: { words, seen: seenNow(context, item) },
    };
  },
  fold(draft, entry, facts, words) {
    const { itemId, stance } = facts;
    const { boroughId } = entry;
    const before = positionOf(draft.now, itemId, boroughId)?.threadId ?? null;
    if (before !== facts.threadId) closePositionThread(draft, before, deedOf(entry), stance);
    const threadId = sayInThread(draft, entry, facts, words.words);
    const position = { ...newPosition(entry, facts, words), threadId };
    setPosition(draft, "positions", itemId, boroughId, position);
    setPosition(draft, "proposedPositions", itemId, boroughId, null);
  },
});

/** A conversation of its own; the same stance in other words goes on in the one that is there. */
function conversationFor(
  { record, member, newId }: CommandContext,
  itemId: string,
  stance: Stance,
  words: string,
): Pick<Facts, "threadId" | "commentId"> {
  if (!needsWords(stance)) return { threadId: null, commentId: null };
  const standing = positionOf(record, itemId, member.boroughId);
  if (standing?.stance !== stance || standing.threadId === null)
    return { threadId: newId(), commentId: newId() };
  const isSaid = standing.words === words;
  return { threadId: standing.threadId, commentId: isSaid ? null : newId() };
}

/** @returns the conversation that now carries the position's words, or null when there is none */
function sayInThread(
  draft: RecordDraft,
  entry: Entry,
  { itemId, stance, threadId, commentId }: Facts,
  text: string,
): string | null {
  if (threadId === null) return null;
  const { boroughId } = entry;
  const thread = draft.now.threads.get(threadId);
  const isItsOwn = thread?.position?.boroughId === boroughId && thread.anchor.itemId === itemId;
  if (thread && !isItsOwn) return null;
  if (commentId === null) return thread ? threadId : null;
  const comment = newComment(entry, commentId, text, []);
  const position = { boroughId, stance, commentId };
  if (thread) {
    draft.changeThread(threadId, ({ comments, ...rest }) => ({
      ...rest,
      comments: [...comments, comment],
      position,
      // A lead may have closed it while nobody of the borough took part.
      closed: null,
    }));
  } else {
    draft.addThread({
      ...newThread,
      id: threadId,
      type: stance === "object" ? "objection" : "comment",
      anchor: { itemId },
      started: deedOf(entry),
      comments: [comment],
      position,
    });
  }
  return threadId;
}
