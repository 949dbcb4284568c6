/** Takes back that a requirement needs no need. */
import { z } from "zod";
import { Refusal } from "../refusal.ts";
import { defineCommand } from "./command.ts";
import { id, requirementOf } from "./parts.ts";

export const needsANeed = defineCommand({
  name: "needs-a-need",
  summary: "Say that a requirement does need a need after all.",
  action: "settle",
  args: z.object({ requirementId: id }),
  facts: z.object({ requirementId: z.string() }),
  words: z.object({}),
  decide({ requirementId }, context) {
    requirementOf(context, requirementId);
    if (!context.record.needsNone.has(requirementId))
      throw new Refusal("already-so", "That requirement is not marked as needing no need.");
    return { facts: { requirementId }, words: {} };
  },
  fold(draft, _entry, { requirementId }) {
    draft.delete("needsNone", requirementId);
  },
});
