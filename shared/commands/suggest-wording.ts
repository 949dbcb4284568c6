/** Proposes new wording for a part of an item, about words in it or about all of it. Changes no text. */
import { z } from "zod";
import { anchorSchema } from "../anchors.ts";
import { deedOf } from "../deed.ts";
import { evenOut, keptText, readTheSame, sentText, textFingerprint } from "../even-text.ts";
import { plainText } from "../plain-text.ts";
import { Refusal } from "../refusal.ts";
import type { RichText } from "../rich-text.ts";
import { longestWording, problemOfText } from "../text-rules.ts";
import { newThread } from "../thread.ts";
import { defineCommand, type CommandContext } from "./command.ts";
import { anchorFacts, anchorWords, joinAnchor, optionalReason, splitAnchor } from "./parts.ts";
import { fieldNow } from "./suggestion-parts.ts";

export const suggestWording = defineCommand({
  name: "suggest-wording",
  summary: "Suggest new wording for a part of an item. An editor accepts or declines it.",
  action: "suggest",
  args: z.object({
    /** The words that it is about, or the whole item. */
    anchor: anchorSchema,
    field: z.string().min(1).max(40),
    /** Fingerprint of the part as the person saw it; refused when it changed. */
    seen: z.string(),
    /** The whole part as it should be. */
    after: sentText,
    because: optionalReason,
  }),
  facts: z.object({ threadId: z.string(), field: z.string(), anchor: anchorFacts }),
  words: z.object({
    because: z.string().catch(""),
    anchor: anchorWords,
    before: keptText,
    after: keptText,
  }),
  decide({ anchor, field: name, seen, after: sent, because }, context) {
    const { field, text: before } = fieldNow(context, anchor.itemId, name);
    if (anchor.words && anchor.words.field !== name)
      throw new Refusal("bad-input", "The words are in another part of the item.");
    if (seen !== textFingerprint(before))
      throw new Refusal(
        "text-changed",
        "The wording changed while you were writing. Read it again, then suggest yours.",
      );
    const after = evenOut(sent);
    const problem = problemOfText(after, field);
    if (problem !== null) throw new Refusal("bad-input", problem);
    if (plainText(before).length > longestWording)
      throw new Refusal(
        "bad-input",
        "This part is too long to suggest wording for. Comment on the words instead.",
      );
    if (readTheSame(before, after))
      throw new Refusal("bad-input", "That is what it says now. Change something first.");
    refuseIfSuggested(context, anchor.itemId, name, after);
    const parts = splitAnchor(anchor);
    return {
      facts: { threadId: context.newId(), field: name, anchor: parts.facts },
      words: { because, anchor: parts.words, before: evenOut(before), after },
    };
  },
  fold(draft, entry, { threadId, field, anchor }, { because, before, after, anchor: words }) {
    draft.addThread({
      ...newThread,
      id: threadId,
      anchor: joinAnchor(anchor, words),
      started: deedOf(entry),
      suggests: { field, before, after, because, outcome: null },
    });
  },
});

function refuseIfSuggested(
  { record }: CommandContext,
  itemId: string,
  field: string,
  after: RichText,
): void {
  const waits = record.threadsByItem.get(itemId)?.some((threadId) => {
    const suggests = record.threads.get(threadId)?.suggests;
    return (
      suggests?.outcome === null && suggests.field === field && readTheSame(suggests.after, after)
    );
  });
  if (waits === true)
    throw new Refusal("already-so", "That wording is suggested already. Reply to it instead.");
}
