/** Answers in a conversation, also in one that links a need. */
import { z } from "zod";
import { deedOf } from "../record-state.ts";
import { Refusal } from "../refusal.ts";
import { defineCommand } from "./command.ts";
import { commentText, id, threadOf } from "./parts.ts";

export const reply = defineCommand({
  name: "reply",
  summary: "Answer in a conversation.",
  action: "comment",
  args: z.object({ threadId: id, text: commentText }),
  facts: z.object({ threadId: z.string(), commentId: z.string() }),
  words: z.object({ text: z.string().catch("") }),
  decide({ threadId, text }, context) {
    if (threadOf(context, threadId).closed)
      throw new Refusal("already-so", "This conversation was closed. Reopen it, then reply.");
    return { facts: { threadId, commentId: context.newId() }, words: { text } };
  },
  fold(draft, entry, { threadId, commentId }, { text }) {
    draft.changeThread(threadId, (thread) => ({
      ...thread,
      comments: [
        ...thread.comments,
        { ...deedOf(entry), id: commentId, text, edited: null, withdrawn: null },
      ],
    }));
  },
});
