/** Answers in a conversation, also in one that links a need. */
import { z } from "zod";
import { Refusal } from "../refusal.ts";
import { defineCommand } from "./command.ts";
import { mentionArgs, mentionFacts, newComment, refuseUnknownMentions } from "./comment-parts.ts";
import { alreadySaid, commentText, id, isSaidLast, threadOf } from "./parts.ts";

export const reply = defineCommand({
  name: "reply",
  summary: "Answer in a conversation.",
  action: "comment",
  args: z.object({ threadId: id, text: commentText, mentions: mentionArgs }),
  facts: z.object({ threadId: z.string(), commentId: z.string(), mentions: mentionFacts }),
  words: z.object({ text: z.string().catch("") }),
  decide({ threadId, text, mentions }, context) {
    const thread = threadOf(context, threadId);
    if (thread.closed)
      throw new Refusal("already-so", "This conversation was closed. Reopen it, then reply.");
    if (isSaidLast(thread, context.member.personId, text)) throw alreadySaid();
    refuseUnknownMentions(context, text, mentions);
    return { facts: { threadId, commentId: context.newId(), mentions }, words: { text } };
  },
  fold(draft, entry, { threadId, commentId, mentions }, { text }) {
    draft.changeThread(threadId, (thread) => ({
      ...thread,
      comments: [...thread.comments, newComment(entry, commentId, text, mentions)],
    }));
  },
});
