/** Takes back that words meet a need, and says why. The conversation stays. */
import { z } from "zod";
import { deedOf } from "../deed.ts";
import { defineCommand } from "./command.ts";
import { changeLink, id, linkOf, reason } from "./parts.ts";

export const withdrawLink = defineCommand({
  name: "withdraw-link",
  summary: "Take back that words meet a need, and say why.",
  action: "link",
  args: z.object({ threadId: id, why: reason }),
  facts: z.object({ threadId: z.string() }),
  words: z.object({ why: z.string().catch("") }),
  decide({ threadId, why }, context) {
    linkOf(context, threadId);
    return { facts: { threadId }, words: { why } };
  },
  fold(draft, entry, { threadId }, { why }) {
    changeLink(draft, threadId, (meets) => ({ ...meets, withdrawn: { ...deedOf(entry), why } }));
  },
});
