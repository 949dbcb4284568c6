/** Takes back what a borough says about an item: it then says nothing about it. */
import { z } from "zod";
import { deedOf } from "../deed.ts";
import { Refusal } from "../refusal.ts";
import { defineCommand } from "./command.ts";
import { id, itemOf } from "./parts.ts";
import { closePositionThread, nameOf, positionOf, setPosition } from "./position-parts.ts";

export const withdrawPosition = defineCommand({
  name: "withdraw-position",
  summary: "Take back what your borough says about a need or requirement.",
  action: "take-position",
  args: z.object({ itemId: id }),
  facts: z.object({ itemId: z.string() }),
  words: z.object({}),
  decide({ itemId }, context) {
    itemOf(context, itemId);
    const { boroughId, boroughName } = context.member;
    if (!positionOf(context.record, itemId, boroughId))
      throw new Refusal(
        "already-so",
        `${boroughName} says nothing about ${nameOf(context, itemId)}.`,
      );
    return { facts: { itemId }, words: {} };
  },
  fold(draft, entry, { itemId }) {
    const before = positionOf(draft.now, itemId, entry.boroughId);
    closePositionThread(draft, before?.threadId ?? null, deedOf(entry), null);
    setPosition(draft, "positions", itemId, entry.boroughId, null);
  },
});
