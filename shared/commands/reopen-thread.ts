/** Opens a closed conversation again. */
import { z } from "zod";
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
    if (thread.position)
      throw new Refusal(
        "bad-input",
        "This conversation closed because the borough says something else now. Start a new one.",
      );
    if (!thread.closed) throw new Refusal("already-so", "This conversation is open already.");
    return { facts: { threadId }, words: {} };
  },
  fold(draft, _entry, { threadId }) {
    draft.changeThread(threadId, (thread) => ({ ...thread, closed: null }));
  },
});
