/** Says what a conversation is for: a comment, a question, an objection or a decision. */
import { z } from "zod";
import { changingTypeOf } from "../closing.ts";
import { Refusal } from "../refusal.ts";
import { allThreadTypes } from "../thread.ts";
import { defineCommand } from "./command.ts";
import { id, threadOf } from "./parts.ts";

export const changeThreadType = defineCommand({
  name: "change-thread-type",
  summary: "Say that a conversation is a comment, a question, an objection or a decision.",
  action: "comment",
  args: z.object({ threadId: id, type: z.enum(allThreadTypes) }),
  facts: z.object({ threadId: z.string(), type: z.enum(allThreadTypes) }),
  words: z.object({}),
  decide({ threadId, type }, context) {
    const thread = threadOf(context, threadId);
    const changing = changingTypeOf(context.member, thread, type, context.record);
    if (changing.state === "may-not") throw new Refusal(changing.code, changing.because);
    if (thread.type === type) throw new Refusal("already-so", `That is a ${type} already.`);
    return { facts: { threadId, type }, words: {} };
  },
  fold(draft, _entry, { threadId, type }) {
    // Whoever asked to close an objection can close what is none.
    draft.changeThread(threadId, (thread) => ({ ...thread, type, closingProposed: null }));
  },
});
