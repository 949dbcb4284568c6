/** What an item says, in one line of words: to compare, to find and to show it. */
import type { ItemKind } from "../../../shared/item-kinds.ts";
import { mainField } from "../../../shared/item-kinds.ts";
import { needSentence } from "../../../shared/need-sentence.ts";
import { plainText } from "../../../shared/plain-text.ts";
import type { RichText } from "../../../shared/rich-text.ts";

/** A need as one sentence. */
export function wordsOf(item: {
  readonly kind: ItemKind;
  readonly fields: Readonly<Record<string, RichText>>;
}): string {
  if (item.kind === "need") return needSentence(item);
  const words = item.fields[mainField(item.kind)];
  return words ? plainText(words).trim() : "";
}

/** The words alone, without those that the page prints between the parts of a need: to compare items by. */
export function ownWordsOf(item: Parameters<typeof wordsOf>[0]): string {
  if (item.kind !== "need") return wordsOf(item);
  return ["asA", "iNeed", "soThat"]
    .flatMap((name) => item.fields[name] ?? [])
    .map(plainText)
    .join(" ")
    .trim();
}
