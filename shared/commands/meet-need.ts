/** Says that words of a requirement meet a need or outcome, fully or partly. */
import { z } from "zod";
import { anchorSchema } from "../anchors.ts";
import { deedOf } from "../record-state.ts";
import { Refusal } from "../refusal.ts";
import { fingerprint, seenOf, seenSchema } from "../seen.ts";
import { defineCommand } from "./command.ts";
import {
  anchorFacts,
  anchorWords,
  how,
  id,
  itemOf,
  joinAnchor,
  optionalReason,
  splitAnchor,
} from "./parts.ts";

const emptySeen = { priority: null, removed: false, fields: {} };

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
    seen: z
      .object({ requirement: seenSchema, need: seenSchema })
      .catch({ requirement: emptySeen, need: emptySeen }),
  }),
  decide({ anchor, needId, how, because, seen }, context) {
    const requirement = itemOf(context, anchor.itemId);
    const need = itemOf(context, needId);
    if (requirement.kind !== "requirement")
      throw new Refusal("bad-input", "Only a requirement can meet a need.");
    if (need.kind !== "need" && need.kind !== "outcome") {
      throw new Refusal(
        "bad-input",
        "A requirement meets a need or an outcome. Choose one of those.",
      );
    }
    const both = { requirement: seenOf(requirement), need: seenOf(need) };
    if (seen !== undefined && seen !== fingerprint(both.requirement, both.need)) {
      throw new Refusal(
        "text-changed",
        "The wording changed while you were choosing. Read it again, then link it.",
      );
    }
    const parts = splitAnchor(anchor);
    return {
      facts: { threadId: context.newId(), anchor: parts.facts, needId, how },
      words: { because, anchor: parts.words, seen: both },
    };
  },
  fold(draft, entry, facts, words) {
    const deed = deedOf(entry);
    draft.addThread({
      id: facts.threadId,
      anchor: joinAnchor(facts.anchor, words.anchor),
      started: deed,
      comments: [],
      closed: null,
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
