/** Changes the words of one's own comment; the record keeps what it said before. */
import { z } from "zod";
import { deedOf } from "../deed.ts";
import { Refusal } from "../refusal.ts";
import { defineCommand } from "./command.ts";
import { changeComment, commentText, id, ownCommentOf } from "./parts.ts";

export const editComment = defineCommand({
  name: "edit-comment",
  summary: "Change the words of your own comment.",
  action: "comment",
  args: z.object({ threadId: id, commentId: id, text: commentText }),
  facts: z.object({ threadId: z.string(), commentId: z.string() }),
  words: z.object({ text: z.string().catch("") }),
  decide({ threadId, commentId, text }, context) {
    if (ownCommentOf(context, threadId, commentId).text === text)
      throw new Refusal("already-so", "Your comment says that already.");
    return { facts: { threadId, commentId }, words: { text } };
  },
  fold(draft, entry, { threadId, commentId }, { text }) {
    changeComment(draft, threadId, commentId, (comment) =>
      comment.withdrawn ? comment : { ...comment, text, edited: deedOf(entry) },
    );
  },
});
