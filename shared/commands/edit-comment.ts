/** Changes the words of one's own comment; the record keeps what it said before. */
import { z } from "zod";
import { deedOf } from "../deed.ts";
import { Refusal } from "../refusal.ts";
import { defineCommand } from "./command.ts";
import { mentionArgs, mentionFacts, refuseUnknownMentions } from "./comment-parts.ts";
import { changeComment, commentText, id, ownCommentOf } from "./parts.ts";

export const editComment = defineCommand({
  name: "edit-comment",
  summary: "Change the words of your own comment.",
  action: "comment",
  args: z.object({ threadId: id, commentId: id, text: commentText, mentions: mentionArgs }),
  facts: z.object({ threadId: z.string(), commentId: z.string(), mentions: mentionFacts }),
  words: z.object({ text: z.string().catch("") }),
  decide({ threadId, commentId, text, mentions }, context) {
    const before = ownCommentOf(context, threadId, commentId);
    if (before.text === text) throw new Refusal("already-so", "Your comment says that already.");
    refuseUnknownMentions(context, text, mentions, before.mentions);
    return { facts: { threadId, commentId, mentions }, words: { text } };
  },
  fold(draft, entry, { threadId, commentId, mentions }, { text }) {
    changeComment(draft, threadId, commentId, (comment) =>
      comment.withdrawn ? comment : { ...comment, text, mentions, edited: deedOf(entry) },
    );
  },
});
