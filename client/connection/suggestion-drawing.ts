/** How suggested wording is drawn over a field: words that would go and come, or the text as if it were accepted. */
import { carryOver } from "../../shared/carry-over.ts";
import { suggestedMarks } from "../../shared/suggested-marks.ts";
import type { RichText } from "../../shared/rich-text.ts";
import type { Suggestion } from "../../shared/thread.ts";

/** What a person wants to see of wording that waits. */
export type SuggestionView = "as-is" | "marked" | "accepted";

/** Offsets in the plain text of the field as it is drawn. */
export type SuggestedHighlight =
  /** Words that would go, that would look different, or that are there only as if they were accepted. */
  | (Range & { readonly kind: "gone" | "restyled" | "as-if" })
  /** Words that would come; `from` and `to` are the same. */
  | (Range & {
      readonly kind: "new";
      readonly words: string;
      readonly as: "words" | "block-before" | "block-after";
    });

interface Range {
  readonly threadId: string;
  readonly from: number;
  readonly to: number;
}

/** Wording that waits to be decided, of one field. */
export interface WaitingWording {
  readonly threadId: string;
  readonly suggests: Pick<Suggestion, "before" | "after">;
}

/** What would go and come by each. Wording whose words moved on is left to its card. */
export function markSuggestions(
  now: RichText,
  waiting: readonly WaitingWording[],
): readonly SuggestedHighlight[] {
  return waiting.flatMap(({ threadId, suggests }) => {
    const carried = carryOver(suggests.before, suggests.after, now);
    if (carried.state !== "fits") return [];
    return suggestedMarks(now, carried.text).map((mark): SuggestedHighlight => {
      if (mark.state !== "new") return { threadId, kind: mark.state, from: mark.from, to: mark.to };
      const { at, words, as } = mark;
      return { threadId, kind: "new", from: at, to: at, words, as };
    });
  });
}

/** The field as if all that fit were accepted, oldest first; null when none does. */
export function acceptSuggestions(
  now: RichText,
  waiting: readonly WaitingWording[],
): { readonly text: RichText; readonly highlights: readonly SuggestedHighlight[] } | null {
  const { text, applied } = applyAll(now, waiting);
  if (applied.length === 0) return null;
  const highlights = applied.flatMap((one): SuggestedHighlight[] => {
    const { threadId } = one;
    // What is there by this wording alone: what would go without it.
    const others = applyAll(
      now,
      applied.filter((other) => other !== one),
    ).text;
    return suggestedMarks(text, others).map((mark) =>
      mark.state === "new"
        ? { threadId, kind: "as-if", from: mark.at, to: mark.at }
        : { threadId, kind: "as-if", from: mark.from, to: mark.to },
    );
  });
  return { text, highlights };
}

function applyAll(
  now: RichText,
  waiting: readonly WaitingWording[],
): { readonly text: RichText; readonly applied: readonly WaitingWording[] } {
  const applied: WaitingWording[] = [];
  let text = now;
  for (const one of waiting) {
    const carried = carryOver(one.suggests.before, one.suggests.after, text);
    if (carried.state !== "fits") continue;
    ({ text } = carried);
    applied.push(one);
  }
  return { text, applied };
}
