/** Answers in a conversation, also in one that links a need. */
import { z } from "zod";
import { deedOf } from "../deed.ts";
import { Refusal } from "../refusal.ts";
import { defineCommand } from "./command.ts";
import { alreadySaid, commentText, id, isSaidLast, threadOf } from "./parts.ts";

export const reply = defineCommand({
  name: "reply",
  summary: "Answer in a conversation.",
  action: "comment",
  args: z.object({ threadId: id, text: commentText }),
  facts: z.object({ threadId: z.string(), commentId: z.string() }),
  words: z.object({ text: z.string().catch("") }),
  decide({ threadId, text }, context) {
    const thread = threadOf(context, threadId);
    if (thread.closed)
      throw new Refusal("already-so", "This conversation was closed. Reopen it, then reply.");
    if (isSaidLast(thread, context.member.personId, text)) throw alreadySaid();
    return { facts: { threadId, commentId: context.newId() }, words: { text } };
  },
  fold(draft, entry, { threadId, commentId }, { text }) {
    draft.changeThread(threadId, (thread) => ({
      ...thread,
      comments: [
        ...thread.comments,
        { ...deedOf(entry), id: commentId, text, mentions: [], edited: null, withdrawn: null },
      ],
    }));
  },
});
