/** Takes back that one proposed to close a conversation. */
import { z } from "zod";
import { Refusal } from "../refusal.ts";
import { closingProposalOf } from "./closing-parts.ts";
import { defineCommand } from "./command.ts";
import { id } from "./parts.ts";

export const withdrawClosingProposal = defineCommand({
  name: "withdraw-closing-proposal",
  summary: "Take back that you proposed to close a conversation.",
  action: "comment",
  args: z.object({ threadId: id }),
  facts: z.object({ threadId: z.string() }),
  words: z.object({}),
  decide({ threadId }, context) {
    const { closingProposed } = closingProposalOf(context, threadId);
    if (closingProposed.personId !== context.member.personId)
      throw new Refusal(
        "not-allowed",
        "Only the person who proposed to close it can take that back.",
      );
    return { facts: { threadId }, words: {} };
  },
  fold(draft, _entry, { threadId }) {
    draft.changeThread(threadId, (thread) => ({ ...thread, closingProposed: null }));
  },
});
