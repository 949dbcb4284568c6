/**
 * A need as one sentence: "As a tenant, I need to report a leak so that it is stopped." Takes such a
 * sentence apart into the fields of a need, and puts the fields together again with the words between
 * them. Promises that no word of substance is lost or made up: what does not fit the pattern is kept whole.
 */
import type { Item } from "./items.ts";
import { plainText } from "./plain-text.ts";

/** The three fields that make the sentence, as plain words. */
export interface NeedParts {
  readonly asA: string;
  readonly iNeed: string;
  readonly soThat: string;
}

/**
 * Takes a sentence apart. "I want to" and "I would like to" become "I need to"; where no "to" follows
 * ("I need a clear record"), the words are kept from "I need" on. Without "As a…" it is kept whole in `iNeed`.
 */
export function takeNeedApart(text: string): NeedParts {
  const sentence = text.replace(/\s+/g, " ").trim();
  const found = /^as an? (.+?),? (i (?:need|want|would like|must|should|can)\b.*)$/i.exec(sentence);
  if (!found) return { asA: "", iNeed: sentence, soThat: "" };
  const [, asA = "", rest = ""] = found;
  const { before, after } = splitAtSoThat(withoutFullStop(rest));
  const wish = before.replace(/^i (?:need|want|would like) to /i, "");
  return { asA, iNeed: wish, soThat: after };
}

/** The words that stand before a field: "As an", "I need to", "so that"; none where the field brings its own. */
export function needLead(field: keyof NeedParts, words: string): string {
  switch (field) {
    case "asA":
      return takesAn(words) ? "As an" : "As a";
    case "iNeed":
      return bringsItsOwnLead(words) ? "" : "I need to";
    case "soThat":
      return "so that";
  }
}

/** Whether "I need to" before these words would say it twice: "I need a clear record", "As MHCLG, I need to…". */
export function bringsItsOwnLead(words: string): boolean {
  return /^\s*(?:I|As) /.test(words);
}

/** The whole sentence; parts without words are left out. */
export function needSentence(item: Pick<Item, "fields">): string {
  const parts = {
    asA: wordsOf(item, "asA"),
    iNeed: wordsOf(item, "iNeed"),
    soThat: wordsOf(item, "soThat"),
  };
  const said = (["asA", "iNeed", "soThat"] as const).flatMap((field) => {
    const words = parts[field];
    if (words === "") return [];
    const sentence = [needLead(field, words), words].filter(Boolean).join(" ");
    return [field === "asA" && parts.iNeed !== "" ? `${sentence},` : sentence];
  });
  const sentence = said.join(" ");
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function wordsOf(item: Pick<Item, "fields">, field: string): string {
  const text = item.fields[field];
  return text ? plainText(text).replace(/\s+/g, " ").trim() : "";
}

/** "so that…", or "so I can…" with its "that" left out. */
function splitAtSoThat(text: string): { before: string; after: string } {
  const found = /^(.+?)[,;]? so (?:that (\S.*)|((?:I|we|they|he|she|it|you)\b.*))$/i.exec(text);
  if (!found) return { before: text, after: "" };
  return { before: found[1] ?? "", after: found[2] ?? found[3] ?? "" };
}

function withoutFullStop(text: string): string {
  return text.replace(/\.$/, "");
}

/** Written, not spoken, so a few words decide: "an MP", "a user", "an hourly worker", "a one-off". */
function takesAn(words: string): boolean {
  const first = /^[^\s-]+/.exec(words.trim())?.[0] ?? "";
  if (/^[A-Z]{2,}/.test(first)) return /^[AEFHILMNORSX]/.test(first);
  if (/^(?:uni|use|usa|usu|eu|one\b|once\b)/i.test(first)) return false;
  return /^(?:[aeiou]|hour|honest|honour|heir)/i.test(first);
}
