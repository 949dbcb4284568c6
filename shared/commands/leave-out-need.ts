/** Leaves a need or outcome out on purpose, and says why: it counts as settled, not as forgotten. */
import { z } from "zod";
import { deedOf } from "../deed.ts";
import { Refusal } from "../refusal.ts";
import { defineCommand } from "./command.ts";
import { id, needOf, reason } from "./parts.ts";

export const leaveOutNeed = defineCommand({
  name: "leave-out-need",
  summary: "Leave a need or outcome out on purpose, and say why.",
  action: "settle",
  args: z.object({ needId: id, why: reason }),
  facts: z.object({ needId: z.string() }),
  words: z.object({ why: z.string().catch("") }),
  decide({ needId, why }, context) {
    needOf(context, needId);
    if (context.record.leftOut.has(needId))
      throw new Refusal("already-so", "That need was left out on purpose already.");
    return { facts: { needId }, words: { why } };
  },
  fold(draft, entry, { needId }, { why }) {
    draft.set("leftOut", needId, { ...deedOf(entry), why });
  },
});
