/**
 * What people's own words give away in a Word file that is not ours: references typed in front,
 * priorities, what reads like a need or a requirement, what a heading is about. Suggests; a person decides.
 */
import { takeNeedApart } from "../../../shared/need-sentence.ts";
import type { ItemKind, Priority } from "../../../shared/item-kinds.ts";

/** What stood in front of or behind the words, and how many letters of the line it takes. */
export interface Typed {
  /** "REQ-12", "3.2.1": what people quote; "" when nothing of the kind is typed. */
  readonly reference: string;
  /** A list's own number, typed by hand: "2.", "(b)". */
  readonly isNumbered: boolean;
  readonly letters: number;
}

/** Standards and the like look like references. */
const standards = /^(?:ISO|IEC|BS|EN|PAS|RFC|UTF|SHA|AES|TLS|SSL|HTTP|WCAG|COVID|GPT|OAuth|SAML)\b/;
/** Letters that people put right before a number, without anything between. */
const usualLetters = /^(?:(?:R|N|O)\d|(?:FR|NFR|UR|US|UN|BR|TR|SR|REQ|NEED|OUT) ?\d)/;

/** @param line the words of a paragraph, not trimmed */
export function typedReference(line: string): Typed {
  const coded =
    /^\s*[[(]?([A-Z]{1,8}(?:[-_/.][A-Z]{1,8}){0,3}([-_/. ]?)(\d{1,6}(?:[.-]\d{1,4}){0,4}[a-z]?))[\])]?(\s*[:.–—|)-]\s*|\t\s*|\s+)(?=\S)/.exec(
      line,
    );
  if (coded) {
    const [all, reference = "", separator = "", , after = ""] = coded;
    const isSure =
      separator.trim() !== "" ||
      usualLetters.test(reference) ||
      (separator === "" && after.trim() !== "");
    if (isSure && !standards.test(reference))
      return { reference, isNumbered: true, letters: all.length };
  }
  const clause =
    /^\s*(?:clause |paragraph |para )?(\d{1,3}(?:\.\d{1,3}){1,5}[a-z]?)(?:[.):]\s*|\t\s*|\s+)(?=[\p{L}“"‘'(])/iu.exec(
      line,
    );
  if (
    clause &&
    !/^\s*\S+ (?:million|billion|per cent|percent|times|hours|days|metres)\b/i.test(line)
  )
    return { reference: clause[1] ?? "", isNumbered: true, letters: clause[0].length };
  const number =
    /^\s*(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})\)|(?:\d{1,3}|[a-zA-Z])\.)(?:\t\s*|\s+)(?=\S)/.exec(
      line,
    );
  if (number) return { reference: "", isNumbered: true, letters: number[0].length };
  const bullet = /^\s*[•◦▪‣·–—*-](?:\t\s*|\s+)(?=\S)/.exec(line);
  return { reference: "", isNumbered: false, letters: bullet?.[0].length ?? 0 };
}

/** A bullet typed by hand. */
export function typedBullet(line: string): boolean {
  return /^\s*[•◦▪‣·](?:\t|\s)/.test(line);
}

/** Whether an automatic number is one that people quote: it has parts, or letters of its own. */
export function isQuotable(label: string): boolean {
  return /\d\.\d/.test(label) || /^[A-Z]{1,8}[-_/. ]?\d/.test(label);
}

const priorityNames: readonly (readonly [RegExp, Priority])[] = [
  [/^(?:m|must(?:[ -]haves?)?|essential|mandatory|required|critical|high|priority 1|p1)$/i, "must"],
  [/^(?:s|should(?:[ -]haves?)?|desirable|recommended|important|medium|priority 2|p2)$/i, "should"],
  [/^(?:c|could(?:[ -]haves?)?|optional|nice[ -]to[ -]have|low|priority 3|p3)$/i, "could"],
  [/^(?:w|won[’']?t(?:[ -]haves?)?|will not have|out of scope|not required)$/i, "wont"],
];

/** The priority that a word of its own says, as in a cell or in brackets; undefined when it says none. */
export function priorityNamed(words: string): Priority | undefined {
  const word = words
    .trim()
    .replace(/[.*]+$/, "")
    .replace(/\s+/g, " ");
  return priorityNames.find(([pattern]) => pattern.test(word))?.[1];
}

/** "(Essential)", "[M]" at either end of the words, or "Must:" before them. */
export interface Marked {
  readonly priority: Priority;
  /** Letters that it takes at the start, and at the end. */
  readonly before: number;
  readonly after: number;
}

export function markedPriority(line: string): Marked | null {
  const start = /^\s*(?:[[(]([^\])]{1,20})[\])]\s*[:–-]?\s*|([A-Za-z’' -]{4,20}):\s+)(?=\S)/.exec(
    line,
  );
  const named = start && priorityNamed(start[1] ?? start[2] ?? "");
  if (start && named) return { priority: named, before: start[0].length, after: 0 };
  const end = /\s*[[(]([^\])]{1,20})[\])]\s*\.?\s*$/.exec(line);
  const said = end && priorityNamed(end[1] ?? "");
  return end && said ? { priority: said, before: 0, after: end[0].length } : null;
}

/** How much a sentence asks: the first of the words that decide. */
export function askedPriority(line: string): Priority | undefined {
  const found = /\b(must|shall|(?:is|are|be) required to|should|could)\b/i.exec(line)?.[1];
  switch (found?.toLowerCase()) {
    case undefined:
      return undefined;
    case "should":
      return "should";
    case "could":
      return "could";
    default:
      return "must";
  }
}

/** Whether a sentence asks something of somebody. */
export function asksSomething(line: string): boolean {
  if (/\b(?:must|shall|should)\b|\b(?:is|are|be) required to\b/i.test(line)) return true;
  return /\b(?:suppliers?|contractors?|providers?|tenderers?|bidders?|system|solution|software|platform|portal)\b.{0,40}\b(?:will|could|is to|are to)\b/i.test(
    line,
  );
}

export function isNeedSentence(line: string): boolean {
  return takeNeedApart(line).asA !== "";
}

const subjects: readonly (readonly [RegExp, ItemKind])[] = [
  [/\b(?:outcomes?|objectives?|aims?|goals?|benefits|success)\b/i, "outcome"],
  [/\b(?:needs?|user stor(?:y|ies)|stories)\b/i, "need"],
  [
    /\b(?:requirements?|specifications?|service levels?|standards?|must[- ]haves?|functional|technical|security|accessibility|integrations?|interfaces?|performance|deliverables|scope of (?:the )?(?:services?|works?)|repairs|reporting|data)\b/i,
    "requirement",
  ],
  [
    /\b(?:background|introduction|about|overview|context|contract|contracting|evaluation|award|instructions?|timetable|pricing|price|definitions?|glossary|foreword|summary|purpose|appendi(?:x|ces)|annex|tender|tendering|how to)\b/i,
    "text",
  ],
];

/** What stands under a heading of these words, or null when they do not say: what its first telling word says. */
export function subjectOf(title: string): ItemKind | null {
  const found = subjects
    .map(([pattern, kind]) => ({ kind, at: title.search(pattern) }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at);
  return found[0]?.kind ?? null;
}

/** "Measure:", "Acceptance criteria:" in front of a line that belongs to the item above. */
const fieldLabels: Readonly<Partial<Record<ItemKind, readonly (readonly [RegExp, string])[]>>> = {
  outcome: [[/^(?:measures?|how (?:we|you) will tell|indicators?|kpi)/i, "measure"]],
  need: [
    [/^(?:acceptance criteria|met when|done when|criteria)/i, "metWhen"],
    [/^(?:evidence|source|research)/i, "evidence"],
  ],
  requirement: [
    [/^(?:measures?|measured by|acceptance criteria|target|kpi|service level)/i, "measure"],
    [/^(?:why|rationale|reason|justification)/i, "rationale"],
  ],
};

/** The field that a labelled line goes into, and the letters of the label. */
export function labelledField(
  kind: ItemKind,
  line: string,
): { field: string; letters: number } | null {
  const label = /^\s*([\p{L} ()]{3,30}):\s*/u.exec(line);
  const field = fieldLabels[kind]?.find(([pattern]) => pattern.test(label?.[1]?.trim() ?? ""))?.[1];
  return label && field !== undefined ? { field, letters: label[0].length } : null;
}
