/** Closes a conversation, with a last word on what came of it if there is one. */
import { z } from "zod";
import { closingOf } from "../closing.ts";
import { deedOf } from "../deed.ts";
import { Refusal } from "../refusal.ts";
import { defineCommand } from "./command.ts";
import { id, optionalReason, threadOf } from "./parts.ts";

export const closeThread = defineCommand({
  name: "close-thread",
  summary: "Close a conversation, with a note on what came of it if there is one.",
  action: "comment",
  args: z.object({ threadId: id, note: optionalReason }),
  facts: z.object({ threadId: z.string() }),
  words: z.object({ note: z.string().catch("") }),
  decide({ threadId, note }, context) {
    const thread = threadOf(context, threadId);
    if (thread.closed) throw new Refusal("already-so", "This conversation was closed already.");
    const closing = closingOf(context.member, thread, context.record);
    if (closing.state === "may-not") throw new Refusal(closing.code, closing.because);
    if (closing.needsReason && note === "")
      throw new Refusal("bad-input", "Say why it is closed without the borough that raised it.");
    return { facts: { threadId }, words: { note } };
  },
  fold(draft, entry, { threadId }, { note }) {
    draft.changeThread(threadId, (thread) => ({
      ...thread,
      closed: { ...deedOf(entry), note },
      closingProposed: null,
    }));
  },
});
