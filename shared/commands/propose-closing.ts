/** Asks the borough that objects, or that said something about an item, to close the conversation. */
import { z } from "zod";
import { closingOf } from "../closing.ts";
import { deedOf } from "../deed.ts";
import { Refusal } from "../refusal.ts";
import { defineCommand } from "./command.ts";
import { id, reason, threadOf } from "./parts.ts";

export const proposeClosing = defineCommand({
  name: "propose-closing",
  summary: "Ask those who may close a conversation to close it, and say why.",
  action: "comment",
  args: z.object({ threadId: id, note: reason }),
  facts: z.object({ threadId: z.string() }),
  words: z.object({ note: z.string().catch("") }),
  decide({ threadId, note }, context) {
    const thread = threadOf(context, threadId);
    if (thread.closed) throw new Refusal("already-so", "This conversation was closed already.");
    const closing = closingOf(context.member, thread, context.record);
    if (closing.state === "may")
      throw new Refusal("bad-input", "You can close this conversation yourself.");
    if (!closing.mayPropose) throw new Refusal(closing.code, closing.because);
    if (thread.closingProposed)
      throw new Refusal(
        "already-so",
        "Somebody proposed to close this already. Reply if you have more to say.",
      );
    return { facts: { threadId }, words: { note } };
  },
  fold(draft, entry, { threadId }, { note }) {
    draft.changeThread(threadId, (thread) =>
      thread.closed ? thread : { ...thread, closingProposed: { ...deedOf(entry), note } },
    );
  },
});
