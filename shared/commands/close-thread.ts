/** Closes a conversation, with a last word on what came of it if there is one. */
import { z } from "zod";
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
    if (thread.meets)
      throw new Refusal(
        "bad-input",
        "This conversation links a need. Take the link back if it no longer holds.",
      );
    if (thread.suggests)
      throw new Refusal(
        "bad-input",
        "This conversation suggests wording. It closes when the wording is accepted, declined or withdrawn.",
      );
    if (thread.position)
      throw new Refusal(
        "bad-input",
        "This conversation is what a borough says about the item. It closes when that borough says something else.",
      );
    if (thread.closed) throw new Refusal("already-so", "This conversation was closed already.");
    return { facts: { threadId }, words: { note } };
  },
  fold(draft, entry, { threadId }, { note }) {
    draft.changeThread(threadId, (thread) => ({ ...thread, closed: { ...deedOf(entry), note } }));
  },
});
