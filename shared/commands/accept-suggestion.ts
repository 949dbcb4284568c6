/**
 * Accepts suggested wording and makes its change in the text, by the server's hand, in the name of who
 * accepts. What others changed meanwhile stays; where the words it replaces moved on, it is refused
 * until the person has seen both and says to put it in their place.
 */
import { z } from "zod";
import { carryOver } from "../carry-over.ts";
import { deedOf } from "../deed.ts";
import { textFingerprint } from "../even-text.ts";
import { fragmentOf } from "../items.ts";
import { Refusal } from "../refusal.ts";
import type { RichText } from "../rich-text.ts";
import type { HowAccepted, Suggestion } from "../thread.ts";
import { writeRichText } from "../write-rich-text.ts";
import { defineCommand, type Write } from "./command.ts";
import { id, optionalReason } from "./parts.ts";
import { decideSuggestion, fieldNow, waitingSuggestionOf } from "./suggestion-parts.ts";

export const acceptSuggestion = defineCommand({
  name: "accept-suggestion",
  summary: "Accept suggested wording: the text is changed as it says.",
  action: "decide-suggestion",
  args: z.object({
    threadId: id,
    note: optionalReason,
    /**
     * Fingerprint of the part as it is now: the person saw it, and the suggested wording is to take
     * its place. Only where the text moved on since.
     */
    instead: z.string().optional(),
  }),
  facts: z.object({
    threadId: z.string(),
    how: z.enum(["as-suggested", "in-place", "already-said"]).catch("as-suggested"),
  }),
  words: z.object({ note: z.string().catch("") }),
  decide({ threadId, note, instead }, context) {
    const { anchor, suggests } = waitingSuggestionOf(context, threadId);
    const { itemId } = anchor;
    const { text } = fieldNow(context, itemId, suggests.field);
    const { how, wording } = outcomeOn(suggests, text, instead);
    const entry = { facts: { threadId, how }, words: { note } };
    return wording ? { ...entry, write: writing(itemId, suggests.field, wording) } : entry;
  },
  fold(draft, entry, { threadId, how }, { note }) {
    decideSuggestion(draft, threadId, { ...deedOf(entry), state: "accepted", note, how });
  },
});

/** @throws Refusal `text-changed` */
function outcomeOn(
  { before, after }: Suggestion,
  now: RichText,
  instead: string | undefined,
): { readonly how: HowAccepted; readonly wording: RichText | null } {
  const carried = carryOver(before, after, now);
  if (carried.state === "said") return { how: "already-said", wording: null };
  if (carried.state === "fits") return { how: "as-suggested", wording: carried.text };
  if (instead === textFingerprint(now)) return { how: "in-place", wording: after };
  throw new Refusal(
    "text-changed",
    instead === undefined
      ? "The wording changed since this was suggested. Read both, then put the suggested wording in its place or decline it."
      : "The wording changed again. Read it, then decide.",
  );
}

function writing(itemId: string, field: string, wording: RichText): Write {
  return (doc) => {
    const fragment = fragmentOf(doc, itemId, field);
    if (!fragment) throw new Refusal("not-found", "That part is not in the text any more.");
    writeRichText(fragment, wording);
  };
}
