/** Puts back a need or outcome that was left out on purpose. */
import { z } from "zod";
import { Refusal } from "../refusal.ts";
import { defineCommand } from "./command.ts";
import { id, needOf } from "./parts.ts";

export const putBackNeed = defineCommand({
  name: "put-back-need",
  summary: "Put back a need or outcome that was left out on purpose.",
  action: "settle",
  args: z.object({ needId: id }),
  facts: z.object({ needId: z.string() }),
  words: z.object({}),
  decide({ needId }, context) {
    needOf(context, needId);
    if (!context.record.leftOut.has(needId))
      throw new Refusal("already-so", "That need is not left out.");
    return { facts: { needId }, words: {} };
  },
  fold(draft, _entry, { needId }) {
    draft.delete("leftOut", needId);
  },
});
