/** Says that a wording hint does not matter for an item, and why. */
import { z } from "zod";
import { deedOf } from "../deed.ts";
import { Refusal } from "../refusal.ts";
import { allChecks } from "../wording-checks.ts";
import { defineCommand } from "./command.ts";
import { id, itemOf, reason } from "./parts.ts";

export const dismissHint = defineCommand({
  name: "dismiss-hint",
  summary: "Say that a wording hint does not matter for an item, and why.",
  action: "settle",
  args: z.object({ itemId: id, check: z.enum(allChecks), why: reason }),
  facts: z.object({ itemId: z.string(), check: z.string() }),
  words: z.object({ why: z.string().catch("") }),
  decide({ itemId, check, why }, context) {
    itemOf(context, itemId);
    if (context.record.dismissedHints.get(itemId)?.has(check))
      throw new Refusal("already-so", "That hint was dismissed already.");
    return { facts: { itemId, check }, words: { why } };
  },
  fold(draft, entry, { itemId, check }, { why }) {
    const dismissed = new Map(draft.now.dismissedHints.get(itemId));
    dismissed.set(check, { ...deedOf(entry), why });
    draft.set("dismissedHints", itemId, dismissed);
  },
});
