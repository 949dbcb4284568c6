/** Starts a conversation about words of an item, or about the whole item, and says what it is for. */
import { z } from "zod";
import { anchorSchema } from "../anchors.ts";
import { deedOf } from "../deed.ts";
import { allThreadTypes, newThread } from "../thread.ts";
import { mentionFacts, mentionArgs, newComment, refuseUnknownMentions } from "./comment-parts.ts";
import {
  alreadySaid,
  anchorFacts,
  anchorWords,
  commentText,
  isSaidLast,
  isSameAnchor,
  itemOf,
  joinAnchor,
  splitAnchor,
} from "./parts.ts";
import { defineCommand } from "./command.ts";

export const startThread = defineCommand({
  name: "start-thread",
  summary: "Start a conversation about words of an item, or about the whole item.",
  action: "comment",
  args: z.object({
    anchor: anchorSchema,
    /** What it is for. */
    type: z.enum(allThreadTypes).default("comment"),
    text: commentText,
    mentions: mentionArgs,
  }),
  facts: z.object({
    threadId: z.string(),
    commentId: z.string(),
    anchor: anchorFacts,
    type: z.enum(allThreadTypes).catch("comment"),
    mentions: mentionFacts,
  }),
  words: z.object({ text: z.string().catch(""), anchor: anchorWords }),
  decide({ anchor, type, text, mentions }, context) {
    itemOf(context, anchor.itemId);
    refuseUnknownMentions(context, text, mentions);
    const { record, member } = context;
    const said = record.threadsByItem
      .get(anchor.itemId)
      ?.map((threadId) => record.threads.get(threadId))
      .find(
        (thread) =>
          thread &&
          !thread.closed &&
          isSameAnchor(thread.anchor, anchor) &&
          isSaidLast(thread, member.personId, text),
      );
    if (said) throw alreadySaid();
    const parts = splitAnchor(anchor);
    return {
      facts: {
        threadId: context.newId(),
        commentId: context.newId(),
        anchor: parts.facts,
        type,
        mentions,
      },
      words: { text, anchor: parts.words },
    };
  },
  fold(draft, entry, facts, words) {
    draft.addThread({
      ...newThread,
      id: facts.threadId,
      type: facts.type,
      anchor: joinAnchor(facts.anchor, words.anchor),
      started: deedOf(entry),
      comments: [newComment(entry, facts.commentId, words.text, facts.mentions)],
    });
  },
});
