/** Declines suggested wording, with the reason. */
import { z } from "zod";
import { deedOf } from "../deed.ts";
import { defineCommand } from "./command.ts";
import { id, reason } from "./parts.ts";
import { decideSuggestion, waitingSuggestionOf } from "./suggestion-parts.ts";

export const declineSuggestion = defineCommand({
  name: "decline-suggestion",
  summary: "Decline suggested wording, with the reason.",
  action: "decide-suggestion",
  args: z.object({ threadId: id, why: reason }),
  facts: z.object({ threadId: z.string() }),
  words: z.object({ why: z.string().catch("") }),
  decide({ threadId, why }, context) {
    waitingSuggestionOf(context, threadId);
    return { facts: { threadId }, words: { why } };
  },
  fold(draft, entry, { threadId }, { why }) {
    decideSuggestion(draft, threadId, { ...deedOf(entry), state: "declined", why });
  },
});
