/**
 * Wording checks: quiet hints about how an item is written, each with its reason. Never in anybody's
 * way. Promises to look at one item only, to give the same hints for the same item, and never to throw.
 */
import { fieldOf } from "./item-kinds.ts";
import type { Item } from "./items.ts";
import { needSentence } from "./need-sentence.ts";
import { plainText } from "./plain-text.ts";
import { brandNames, solutionWords, vagueWords } from "./wording-words.ts";

/** One for each thing that is looked for; what is dismissed is named by it. */
export const allChecks = [
  "no-measure",
  "several-requirements",
  "vague-words",
  "names-a-brand",
  "uk-standard",
  "prescribes-a-solution",
  "no-so-that",
  "too-long",
] as const;

export type Check = (typeof allChecks)[number];

export interface Hint {
  readonly check: Check;
  /** The field it is about. */
  readonly field: string;
  /** The words that gave rise to it, as they are written; none where something is missing. */
  readonly words: readonly string[];
  /** What was found, in a few words. */
  readonly says: string;
  /** Why it matters and what to do. */
  readonly why: string;
}

/** A sentence with more words than this is hard to read and to answer. */
const longestSentence = 30;

/** The hints for a need or requirement, dismissed ones too; none for other kinds. */
export function hintsOf(item: Item): readonly Hint[] {
  const hints = known.get(item) ?? lookAt(item);
  known.set(item, hints);
  return hints;
}

const known = new WeakMap<Item, readonly Hint[]>();
const none: readonly Hint[] = [];

function lookAt(item: Item): readonly Hint[] {
  if (item.removed) return none;
  const hints =
    item.kind === "requirement" ? ofRequirement(item) : item.kind === "need" ? ofNeed(item) : none;
  return hints.length === 0 ? none : hints;
}

function ofRequirement(item: Item): Hint[] {
  const statement = wordsOf(item, "statement");
  if (statement.trim() === "") return [];
  const measure = wordsOf(item, "measure");
  return [
    ...noMeasure(statement, measure),
    ...severalRequirements(statement),
    ...inEach(item, ["statement", "measure"], vague),
    ...inEach(item, ["statement", "measure", "rationale"], brands),
    ...inEach(item, ["statement", "measure"], ukStandards),
    ...inEach(item, ["statement", "measure"], tooLong),
  ];
}

function ofNeed(item: Item): Hint[] {
  const wish = wordsOf(item, "iNeed");
  if (wish.trim() === "") return [];
  return [
    ...noSoThat(item, wish),
    ...solutions(wish, "iNeed"),
    ...inEach(item, ["iNeed", "soThat", "metWhen"], brands),
    ...tooLong(needSentence(item), "iNeed"),
  ];
}

function noMeasure(statement: string, measure: string): Hint[] {
  if (measure.trim() !== "" || /\d/.test(statement)) return [];
  return [
    {
      check: "no-measure",
      field: "measure",
      words: [],
      says: "It has no measure",
      why: "Without one, two suppliers can both say yes and mean different things. Say how it would be checked, with a number where you can.",
    },
  ];
}

/** What obliges: two of them, with "and" or a new sentence between, are two things to answer. */
const duty = /\b(?:must|shall|will|should|is required to|has to|needs to)\b/gi;

function severalRequirements(statement: string): Hint[] {
  const sentences = sentencesOf(statement).filter((sentence) => sentence.search(duty) >= 0);
  const joined = /\b(?:and|and also|;)\s+(?:it |they |the \w+ |also )*(?:must|shall|should)\b/i;
  if (sentences.length < 2 && !joined.test(statement)) return [];
  return [
    {
      check: "several-requirements",
      field: "statement",
      words: [],
      says: "It asks for more than one thing",
      why: "A supplier who can do one and not the other cannot answer it. Make each a requirement of its own.",
    },
  ];
}

function vague(text: string, field: string): Hint[] {
  return vagueWords.flatMap(({ words, ask }) => {
    const found = findWords(text, words, "i");
    if (found.length === 0) return [];
    return [
      {
        check: "vague-words" as const,
        field,
        words: found,
        says: `${inQuotes(found)} cannot be checked`,
        why: ask,
      },
    ];
  });
}

function brands(text: string, field: string): Hint[] {
  const found = findWords(text, brandNames, "");
  if (found.length === 0 || saysOrEquivalent(text)) return [];
  return [
    {
      check: "names-a-brand",
      field,
      words: found,
      says: `It names ${inQuotes(found)}`,
      why: "Procurement Act 2023, section 56(7) and (8): name a make or product only where the requirement cannot be understood without it, and then say “or equivalent”. Say what it has to do.",
    },
  ];
}

/** British Standards and what else was made mainly for use in the United Kingdom. */
const ukStandard =
  /\b(?:BS(?: EN)?(?: ISO)?(?:\/IEC)? ?\d[\d-]*|PAS ?\d[\d-]*|Cyber Essentials(?: Plus)?|DCB ?\d+|DSPT|Kitemark|TrustMark)/g;

function ukStandards(text: string, field: string): Hint[] {
  const found = [...new Set(text.match(ukStandard) ?? [])];
  if (found.length === 0 || saysOrEquivalent(text)) return [];
  return [
    {
      check: "uk-standard",
      field,
      words: found,
      says: `It asks for ${inQuotes(found)} without “or equivalent”`,
      why: "Procurement Act 2023, section 56(3) and (4): ask for a United Kingdom standard only where there is no international one, and accept an equivalent from elsewhere. Add “or equivalent”.",
    },
  ];
}

function solutions(text: string, field: string): Hint[] {
  const found = findWords(text, solutionWords, "i");
  if (found.length === 0) return [];
  return [
    {
      check: "prescribes-a-solution",
      field,
      words: found,
      says: `${inQuotes(found)} is an answer, not a need`,
      why: "Say what the person has to get done. How it is done is for requirements and suppliers.",
    },
  ];
}

function noSoThat(item: Item, wish: string): Hint[] {
  if (wordsOf(item, "soThat").trim() !== "" || /\bso (?:that|I|we|they)\b/i.test(wish)) return [];
  return [
    {
      check: "no-so-that",
      field: "soThat",
      words: [],
      says: "It does not say why",
      why: "“So that…” tells the others whether they share the need, and suppliers what matters about it.",
    },
  ];
}

function tooLong(text: string, field: string): Hint[] {
  const longest = Math.max(0, ...sentencesOf(text).map((sentence) => countWords(sentence)));
  if (longest <= longestSentence) return [];
  return [
    {
      check: "too-long",
      field,
      words: [],
      says: `A sentence has ${longest} words`,
      why: `Sentences over ${longestSentence} words are read twice or not at all. Make two of it, or take out what is not needed.`,
    },
  ];
}

/** How many requirements are musts, for `mustsAreMany`. */
export interface MustCount {
  readonly musts: number;
  /** Requirements with a priority, those that are not wanted left out. */
  readonly of: number;
}

export function countMusts(items: readonly Item[]): MustCount {
  const asked = items.map(mustOf).filter((must) => must !== null);
  return { musts: asked.filter((must) => must === "must").length, of: asked.length };
}

/** How an item counts towards the musts; null when it does not. */
export function mustOf({ kind, removed, priority }: Item): "must" | "less" | null {
  if (kind !== "requirement" || removed || !priority || priority === "wont") return null;
  return priority === "must" ? "must" : "less";
}

/**
 * Whether there are more musts than suppliers can meet: more than 60 in 100, which is the most that
 * the DSDM handbook advises for "must have" effort, once there are enough to judge by; or more than 50.
 */
export function mustsAreMany({ musts, of }: MustCount): boolean {
  return musts > 50 || (of >= 10 && musts / of > 0.6);
}

function inEach(
  item: Item,
  fields: readonly string[],
  look: (text: string, field: string) => Hint[],
): Hint[] {
  return fields.flatMap((field) =>
    fieldOf(item.kind, field) ? look(wordsOf(item, field), field) : [],
  );
}

function wordsOf(item: Item, field: string): string {
  const text = item.fields[field];
  return text ? plainText(text) : "";
}

/** Full stops inside numbers and after single letters ("e.g.") end no sentence; list items and lines do. */
function sentencesOf(text: string): string[] {
  return text.split(/(?<=[^.\s\d][^.\s]*[.!?])\s+(?=[A-Z“"(])|\n+/).filter((part) => part.trim());
}

function countWords(sentence: string): number {
  return sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** The listed words that are there, each once, as they are written, in the order of the text. */
function findWords(text: string, words: readonly string[], flags: "" | "i"): string[] {
  if (text === "") return [];
  let pattern = patterns.get(words);
  if (!pattern) patterns.set(words, (pattern = patternOf(words, flags)));
  const found = text.match(pattern) ?? [];
  return found.filter((word, at) => found.findIndex((one) => isSameWord(one, word)) === at);
}

/** Thousands of texts are looked through for the same few lists. */
const patterns = new WeakMap<readonly string[], RegExp>();

function patternOf(words: readonly string[], flags: "" | "i"): RegExp {
  // Longer ones first, so that "online portal" is not found as "portal".
  const sorted = words.toSorted((a, b) => b.length - a.length).map(escaped);
  return new RegExp(`(?<![\\p{L}\\p{N}-])(?:${sorted.join("|")})(?![\\p{L}\\p{N}])`, `gu${flags}`);
}

function isSameWord(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

function saysOrEquivalent(text: string): boolean {
  return /\b(?:or|an?) (?:an? )?equivalent\b/i.test(text);
}

function inQuotes(words: readonly string[]): string {
  const quoted = words.map((word) => `“${word}”`);
  const last = quoted.pop() ?? "";
  return quoted.length === 0 ? last : `${quoted.join(", ")} and ${last}`;
}
