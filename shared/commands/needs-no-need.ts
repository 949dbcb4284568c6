/** Says that a requirement needs no need, because law or policy asks for it. */
import { z } from "zod";
import { deedOf } from "../deed.ts";
import { Refusal } from "../refusal.ts";
import { defineCommand } from "./command.ts";
import { id, reason, requirementOf } from "./parts.ts";

export const needsNoNeed = defineCommand({
  name: "needs-no-need",
  summary: "Say that a requirement needs no need, and why: law or policy asks for it.",
  action: "settle",
  args: z.object({ requirementId: id, why: reason }),
  facts: z.object({ requirementId: z.string() }),
  words: z.object({ why: z.string().catch("") }),
  decide({ requirementId, why }, context) {
    requirementOf(context, requirementId);
    if (context.record.needsNone.has(requirementId))
      throw new Refusal("already-so", "That requirement was marked as needing no need already.");
    return { facts: { requirementId }, words: { why } };
  },
  fold(draft, entry, { requirementId }, { why }) {
    draft.set("needsNone", requirementId, { ...deedOf(entry), why });
  },
});
