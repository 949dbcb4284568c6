/** What the commands about suggested wording share. */
import { fieldOf, type Field } from "../item-kinds.ts";
import type { Item } from "../items.ts";
import type { RecordDraft } from "../record-state.ts";
import { Refusal } from "../refusal.ts";
import { emptyRichText, type RichText } from "../rich-text.ts";
import type { Suggestion, SuggestionOutcome, Thread } from "../thread.ts";
import type { CommandContext } from "./command.ts";
import { itemOf, threadOf } from "./parts.ts";

/** A conversation whose wording waits to be decided. */
export type WaitingSuggestion = Thread & { readonly suggests: Suggestion };

/** @throws Refusal `not-found`, `bad-input`, `already-so` */
export function waitingSuggestionOf(context: CommandContext, threadId: string): WaitingSuggestion {
  const thread = threadOf(context, threadId);
  const { suggests } = thread;
  if (!suggests) throw new Refusal("bad-input", "That conversation does not suggest wording.");
  if (suggests.outcome)
    throw new Refusal("already-so", `That wording was ${suggests.outcome.state} already.`);
  return { ...thread, suggests };
}

/** A part of an item whose wording can change, and what it says. */
export interface FieldNow {
  readonly item: Item;
  readonly field: Field;
  readonly text: RichText;
}

/** @throws Refusal `not-found`, `bad-input` */
export function fieldNow(context: CommandContext, itemId: string, name: string): FieldNow {
  const item = itemOf(context, itemId);
  const field = fieldOf(item.kind, name);
  if (!field) throw new Refusal("bad-input", "That item has no such part.");
  if (item.removed)
    throw new Refusal("bad-input", "That item is not taken forward. Put it back, then try again.");
  return { item, field, text: item.fields[name] ?? emptyRichText };
}

/** The first decision stands; a thread that suggests nothing is left as it is. */
export function decideSuggestion(
  draft: RecordDraft,
  threadId: string,
  outcome: SuggestionOutcome,
): void {
  draft.changeThread(threadId, (thread) =>
    thread.suggests && !thread.suggests.outcome
      ? { ...thread, suggests: { ...thread.suggests, outcome } }
      : thread,
  );
}
