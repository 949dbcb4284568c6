/** Takes back one's own comment: it keeps its place in the conversation without its words. */
import { z } from "zod";
import { deedOf } from "../deed.ts";
import { defineCommand } from "./command.ts";
import { changeComment, id, ownCommentOf } from "./parts.ts";

export const withdrawComment = defineCommand({
  name: "withdraw-comment",
  summary: "Take back your own comment.",
  action: "comment",
  args: z.object({ threadId: id, commentId: id }),
  facts: z.object({ threadId: z.string(), commentId: z.string() }),
  words: z.object({}),
  decide({ threadId, commentId }, context) {
    ownCommentOf(context, threadId, commentId);
    return { facts: { threadId, commentId }, words: {} };
  },
  fold(draft, entry, { threadId, commentId }) {
    changeComment(draft, threadId, commentId, (comment) => ({
      ...comment,
      text: "",
      mentions: [],
      withdrawn: deedOf(entry),
    }));
  },
});
