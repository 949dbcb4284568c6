/** Takes one's own suggested wording back. */
import { z } from "zod";
import { deedOf } from "../deed.ts";
import { Refusal } from "../refusal.ts";
import { defineCommand } from "./command.ts";
import { id } from "./parts.ts";
import { decideSuggestion, waitingSuggestionOf } from "./suggestion-parts.ts";

export const withdrawSuggestion = defineCommand({
  name: "withdraw-suggestion",
  summary: "Take your own suggested wording back.",
  action: "suggest",
  args: z.object({ threadId: id }),
  facts: z.object({ threadId: z.string() }),
  words: z.object({}),
  decide({ threadId }, context) {
    const { started } = waitingSuggestionOf(context, threadId);
    if (started.personId !== context.member.personId)
      throw new Refusal("not-allowed", "Only the person who suggested it can take it back.");
    return { facts: { threadId }, words: {} };
  },
  fold(draft, entry, { threadId }) {
    decideSuggestion(draft, threadId, { ...deedOf(entry), state: "withdrawn" });
  },
});
