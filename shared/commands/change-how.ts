/** Says that a link meets its need fully where it said partly, or the other way round, or for another reason. */
import { z } from "zod";
import { Refusal } from "../refusal.ts";
import { defineCommand } from "./command.ts";
import { changeLink, how, id, linkOf, optionalReason } from "./parts.ts";

export const changeHow = defineCommand({
  name: "change-how",
  summary: "Change how far a link meets its need: fully or partly, and why.",
  action: "link",
  args: z.object({
    threadId: id,
    how,
    /** Left out: the reason given before stays. */
    because: optionalReason.removeDefault().optional(),
  }),
  facts: z.object({ threadId: z.string(), how }),
  words: z.object({ because: z.string().catch("") }),
  decide({ threadId, how, because }, context) {
    const { meets } = linkOf(context, threadId);
    const reason = because ?? meets.because;
    if (how === meets.how && reason === meets.because)
      throw new Refusal("already-so", `The link says ${how} already.`);
    return { facts: { threadId, how }, words: { because: reason } };
  },
  fold(draft, _entry, { threadId, how }, { because }) {
    changeLink(draft, threadId, (meets) => ({ ...meets, how, because }));
  },
});
