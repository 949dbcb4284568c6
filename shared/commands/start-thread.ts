/** Starts a conversation about words of an item, or about the whole item. */
import { z } from "zod";
import { anchorSchema } from "../anchors.ts";
import { deedOf } from "../deed.ts";
import { newThread } from "../thread.ts";
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
  args: z.object({ anchor: anchorSchema, text: commentText }),
  facts: z.object({ threadId: z.string(), commentId: z.string(), anchor: anchorFacts }),
  words: z.object({ text: z.string().catch(""), anchor: anchorWords }),
  decide({ anchor, text }, context) {
    itemOf(context, anchor.itemId);
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
      facts: { threadId: context.newId(), commentId: context.newId(), anchor: parts.facts },
      words: { text, anchor: parts.words },
    };
  },
  fold(draft, entry, facts, words) {
    const deed = deedOf(entry);
    draft.addThread({
      ...newThread,
      id: facts.threadId,
      anchor: joinAnchor(facts.anchor, words.anchor),
      started: deed,
      comments: [
        {
          ...deed,
          id: facts.commentId,
          text: words.text,
          mentions: [],
          edited: null,
          withdrawn: null,
        },
      ],
    });
  },
});
