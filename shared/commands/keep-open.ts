/** Answers a proposal to close a conversation: it stays open. What is missing is said as a comment. */
import { z } from "zod";
import { mayKeepOpen } from "../closing.ts";
import { Refusal } from "../refusal.ts";
import { closingProposalOf } from "./closing-parts.ts";
import { defineCommand } from "./command.ts";
import { mentionArgs, mentionFacts, newComment, refuseUnknownMentions } from "./comment-parts.ts";
import { id } from "./parts.ts";

export const keepOpen = defineCommand({
  name: "keep-open",
  summary: "Keep a conversation open that somebody proposed to close, and say what is missing.",
  action: "comment",
  args: z.object({
    threadId: id,
    /** What is still missing; may be left out. */
    text: z.string().trim().max(10_000, "A comment has at most 10,000 characters.").default(""),
    mentions: mentionArgs,
  }),
  facts: z.object({
    threadId: z.string(),
    /** Null when nothing was said. */
    commentId: z.string().nullable().catch(null),
    mentions: mentionFacts,
  }),
  words: z.object({ text: z.string().catch("") }),
  decide({ threadId, text, mentions }, context) {
    const thread = closingProposalOf(context, threadId);
    if (!mayKeepOpen(context.member, thread, context.record))
      throw new Refusal(
        "not-allowed",
        "Only those who may close a conversation can say that it stays open. Reply to say what you think.",
      );
    refuseUnknownMentions(context, text, mentions);
    const commentId = text === "" ? null : context.newId();
    return { facts: { threadId, commentId, mentions }, words: { text } };
  },
  fold(draft, entry, { threadId, commentId, mentions }, { text }) {
    draft.changeThread(threadId, (thread) => ({
      ...thread,
      closingProposed: null,
      comments:
        commentId === null
          ? thread.comments
          : [...thread.comments, newComment(entry, commentId, text, mentions)],
    }));
  },
});
