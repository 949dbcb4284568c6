/** Opens a closed conversation again. */
import { z } from "zod";
import { reopeningOf } from "../closing.ts";
import { Refusal } from "../refusal.ts";
import { defineCommand } from "./command.ts";
import { id, threadOf } from "./parts.ts";

export const reopenThread = defineCommand({
  name: "reopen-thread",
  summary: "Open a closed conversation again.",
  action: "comment",
  args: z.object({ threadId: id }),
  facts: z.object({ threadId: z.string() }),
  words: z.object({}),
  decide({ threadId }, context) {
    const thread = threadOf(context, threadId);
    if (!thread.closed) throw new Refusal("already-so", "This conversation is open already.");
    const reopening = reopeningOf(context.member, thread, context.record);
    if (reopening.state === "may-not") throw new Refusal(reopening.code, reopening.because);
    return { facts: { threadId }, words: {} };
  },
  fold(draft, _entry, { threadId }) {
    draft.changeThread(threadId, (thread) => ({ ...thread, closed: null }));
  },
});
