/** "Still holds": says that a link holds for the words as they are now. */
import { z } from "zod";
import { deedOf } from "../deed.ts";
import { Refusal } from "../refusal.ts";
import { fingerprint, seenOf } from "../seen.ts";
import { defineCommand } from "./command.ts";
import { bothSeen, changeLink, id, itemOf, linkOf, refuseIfTextChanged } from "./parts.ts";

export const confirm = defineCommand({
  name: "confirm",
  summary: "Say that a link still holds for the words as they are now.",
  action: "link",
  args: z.object({
    threadId: id,
    /** Fingerprint of requirement and need as the person saw them; refused when they changed. */
    seen: z.string(),
  }),
  facts: z.object({ threadId: z.string() }),
  words: z.object({ seen: bothSeen }),
  decide({ threadId, seen }, context) {
    const { anchor, meets } = linkOf(context, threadId);
    const both = {
      requirement: seenOf(itemOf(context, anchor.itemId)),
      need: seenOf(itemOf(context, meets.needId)),
    };
    refuseIfTextChanged(
      seen,
      both,
      "The wording changed again. Read it, then say if it still holds.",
    );
    if (seen === fingerprint(meets.seen.requirement, meets.seen.need))
      throw new Refusal("already-so", "Nothing changed since somebody said that it holds.");
    return { facts: { threadId }, words: { seen: both } };
  },
  fold(draft, entry, { threadId }, { seen }) {
    changeLink(draft, threadId, (meets) => ({ ...meets, seen, confirmed: deedOf(entry) }));
  },
});
