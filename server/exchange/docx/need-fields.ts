/** A need's sentence as its fields; what follows the sentence stays in its evidence. */
import { takeNeedApart } from "../../../shared/need-sentence.ts";
import { hasWords, plainText } from "../../../shared/plain-text.ts";
import { richTextFromPlain, type RichText } from "../../../shared/rich-text.ts";

/**
 * The sentence may go over several paragraphs ("As a tenant" / "I need…" / "So that…"), as on a card.
 * A need's own three fields are one line each, so its look goes; all words stay.
 */
export function needFields(text: RichText): Record<string, RichText> {
  const lines = text.content.map((node) => plainText({ type: "doc", content: [node] }));
  let end = 1;
  while (
    end < lines.length &&
    /^\s*(?:,|i (?:need|want|would like|can)\b|so (?:that|i)\b)/i.test(lines[end] ?? "")
  )
    end += 1;
  const { asA, iNeed, soThat } = takeNeedApart(lines.slice(0, end).join(" "));
  const rest: RichText = { type: "doc", content: text.content.slice(end) };
  return {
    ...(asA === "" ? {} : { asA: richTextFromPlain(asA) }),
    iNeed: richTextFromPlain(iNeed),
    ...(soThat === "" ? {} : { soThat: richTextFromPlain(soThat) }),
    ...(hasWords(rest) ? { evidence: rest } : {}),
  };
}
