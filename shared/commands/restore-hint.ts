/** Lets a wording hint that was dismissed for an item be given again. */
import { z } from "zod";
import { Refusal } from "../refusal.ts";
import { allChecks } from "../wording-checks.ts";
import { defineCommand } from "./command.ts";
import { id, itemOf } from "./parts.ts";

export const restoreHint = defineCommand({
  name: "restore-hint",
  summary: "Let a wording hint that was dismissed for an item be given again.",
  action: "settle",
  args: z.object({ itemId: id, check: z.enum(allChecks) }),
  facts: z.object({ itemId: z.string(), check: z.string() }),
  words: z.object({}),
  decide({ itemId, check }, context) {
    itemOf(context, itemId);
    if (!context.record.dismissedHints.get(itemId)?.has(check))
      throw new Refusal("already-so", "That hint is not dismissed.");
    return { facts: { itemId, check }, words: {} };
  },
  fold(draft, _entry, { itemId, check }) {
    const dismissed = new Map(draft.now.dismissedHints.get(itemId));
    dismissed.delete(check);
    draft.set("dismissedHints", itemId, dismissed);
  },
});
