/** Says that words of a requirement meet a need or outcome, fully or partly. */
import { z } from "zod";
import { anchorSchema } from "../anchors.ts";
import { deedOf } from "../deed.ts";
import { newThread } from "../thread.ts";
import { Refusal } from "../refusal.ts";
import { seenOf } from "../seen.ts";
import { defineCommand } from "./command.ts";
import {
  anchorFacts,
  anchorWords,
  bothSeen,
  how,
  id,
  isSameAnchor,
  joinAnchor,
  needOf,
  optionalReason,
  refuseIfTextChanged,
  requirementOf,
  splitAnchor,
} from "./parts.ts";

export const meetNeed = defineCommand({
  name: "meet-need",
  summary: "Say that words of a requirement meet a need or outcome, fully or partly.",
  action: "link",
  args: z.object({
    anchor: anchorSchema,
    needId: id,
    how,
    because: optionalReason,
    /** Fingerprint of requirement and need as the person saw them; refused when they changed. */
    seen: z.string().optional(),
  }),
  facts: z.object({ threadId: z.string(), anchor: anchorFacts, needId: z.string(), how }),
  words: z.object({
    because: z.string().catch(""),
    anchor: anchorWords,
    seen: bothSeen,
  }),
  decide({ anchor, needId, how, because, seen }, context) {
    const both = {
      requirement: seenOf(requirementOf(context, anchor.itemId)),
      need: seenOf(needOf(context, needId)),
    };
    if (seen !== undefined) {
      refuseIfTextChanged(
        seen,
        both,
        "The wording changed while you were choosing. Read it again, then link it.",
      );
    }
    const standing = context.record.linksByNeed
      .get(needId)
      ?.map((threadId) => context.record.threads.get(threadId))
      .find((thread) => thread && isSameAnchor(thread.anchor, anchor) && !thread.meets?.withdrawn);
    if (standing)
      throw new Refusal(
        "already-so",
        "That need is linked here already. Say fully or partly at the link that is there.",
      );
    const parts = splitAnchor(anchor);
    return {
      facts: { threadId: context.newId(), anchor: parts.facts, needId, how },
      words: { because, anchor: parts.words, seen: both },
    };
  },
  fold(draft, entry, facts, words) {
    const deed = deedOf(entry);
    draft.addThread({
      ...newThread,
      id: facts.threadId,
      anchor: joinAnchor(facts.anchor, words.anchor),
      started: deed,
      meets: {
        needId: facts.needId,
        how: facts.how,
        because: words.because,
        seen: words.seen,
        confirmed: deed,
        withdrawn: null,
      },
    });
  },
});
