/** Takes back what somebody proposed that their borough says, or does not follow it. */
import { z } from "zod";
import { can } from "../access.ts";
import { Refusal } from "../refusal.ts";
import { defineCommand } from "./command.ts";
import { id, itemOf } from "./parts.ts";
import { nameOf, setPosition } from "./position-parts.ts";

export const withdrawProposal = defineCommand({
  name: "withdraw-proposal",
  summary:
    "Take back what you proposed that your borough says; who agrees for the borough may decline it.",
  action: "propose-position",
  args: z.object({ itemId: id }),
  facts: z.object({ itemId: z.string() }),
  words: z.object({}),
  decide({ itemId }, context) {
    itemOf(context, itemId);
    const { record, member } = context;
    const proposed = record.proposedPositions.get(itemId)?.get(member.boroughId);
    if (!proposed)
      throw new Refusal(
        "already-so",
        `Nothing is proposed for ${member.boroughName} about ${nameOf(context, itemId)}.`,
      );
    if (proposed.personId !== member.personId && !can(member, "take-position"))
      throw new Refusal(
        "not-allowed",
        `Only the person who proposed it, or somebody who agrees for ${member.boroughName}, can take it back. You can propose something else.`,
      );
    return { facts: { itemId }, words: {} };
  },
  fold(draft, entry, { itemId }) {
    setPosition(draft, "proposedPositions", itemId, entry.boroughId, null);
  },
});
