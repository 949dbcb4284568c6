/**
 * Which texts are about the same things as another: what a person who looks for a need's requirement
 * reads first. Promises to be quick for thousands of texts (each is looked at only where it shares a
 * telling word), to give the same answer for the same texts, and to decide nothing.
 *
 * The measure is the cosine between the words of two texts, each word weighed by how rare it is
 * (Salton and Buckley, "Term-weighting approaches in automatic text retrieval", 1988). `resemblance.ts`
 * compares letters, which finds an edited passage again; here two texts are worded differently.
 */

export interface TextById {
  readonly id: string;
  readonly text: string;
}

export interface Alike {
  readonly id: string;
  /** 0 to 1. */
  readonly likeness: number;
}

/** What `indexWords` makes of many texts. */
export interface WordIndex {
  /** How telling a word is; one that no text has is as telling as can be. */
  weightOf(word: string): number;
  /** Word → the texts that have it, with its share of each. */
  readonly textsWith: ReadonlyMap<string, readonly Alike[]>;
}

/** Below this, what two texts share is chance. Chosen on the planning needs: see decision 23. */
const leastLikeness = 0.06;

/** A word in more texts than this tells nothing in a long statement and costs most there. */
const tellingTexts = 400;

export function indexWords(texts: readonly TextById[]): WordIndex {
  const counts = texts.map(({ id, text }) => ({ id, words: countWords(text) }));
  const found = new Map<string, number>();
  for (const { words } of counts)
    for (const word of words.keys()) found.set(word, (found.get(word) ?? 0) + 1);
  const weightOf = (word: string): number => Math.log(1 + texts.length / (found.get(word) ?? 1));
  const textsWith = new Map<string, Alike[]>();
  for (const { id, words } of counts) {
    for (const [word, likeness] of sharesOf(words, weightOf)) {
      if ((found.get(word) ?? 0) > tellingTexts) continue;
      const list = textsWith.get(word);
      if (list) list.push({ id, likeness });
      else textsWith.set(word, [{ id, likeness }]);
    }
  }
  return { weightOf, textsWith };
}

/** The texts most like this one, the most alike first; none when nothing is alike. */
export function mostAlike(index: WordIndex, text: string, most: number): Alike[] {
  const likeness = new Map<string, number>();
  for (const [word, share] of sharesOf(countWords(text), index.weightOf)) {
    for (const other of index.textsWith.get(word) ?? [])
      likeness.set(other.id, (likeness.get(other.id) ?? 0) + share * other.likeness);
  }
  return [...likeness]
    .map(([id, alike]) => ({ id, likeness: alike }))
    .filter((alike) => alike.likeness >= leastLikeness)
    .toSorted((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : 1))
    .slice(0, most);
}

/** Each word's share of a text, so that the squares of all add up to 1. */
function sharesOf(
  words: ReadonlyMap<string, number>,
  weightOf: WordIndex["weightOf"],
): [string, number][] {
  const weighed = [...words].map(([word, count]): [string, number] => [
    word,
    (1 + Math.log(count)) * weightOf(word),
  ]);
  const length = Math.hypot(...weighed.map(([, weight]) => weight));
  return length === 0 ? [] : weighed.map(([word, weight]) => [word, weight / length]);
}

function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [found] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) {
    if (found.length < 2 || everywhere.has(found)) continue;
    const word = stemOf(found);
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** Endings that make "report", "reports", "reported" and "reporting" one word. Rough on purpose: it only ranks. */
function stemOf(word: string): string {
  for (const [ending, instead] of endings) {
    if (word.length - ending.length >= 3 && word.endsWith(ending))
      return word.slice(0, word.length - ending.length) + instead;
  }
  return word;
}

const endings = [
  ["ations", "at"],
  ["ation", "at"],
  ["ating", "at"],
  ["ated", "at"],
  ["ates", "at"],
  ["ate", "at"],
  ["ions", ""],
  ["ion", ""],
  ["ies", "y"],
  ["ings", ""],
  ["ing", ""],
  ["ments", ""],
  ["ment", ""],
  ["ers", ""],
  ["er", ""],
  ["ed", ""],
  ["es", ""],
  ["s", ""],
  ["e", ""],
] as const;

/** Words that stand in every need and requirement, and say nothing of what it is about. */
const everywhere: ReadonlySet<string> = new Set(
  (
    "a an and any are as at be been being but by can could did do does each for from had has have how i if in into is it its " +
    "may me more must my need needs no not of on only or other our own same shall she he should so such than that the their " +
    "them then there these they this those to up us use used uses using want was we were what when where which who why will " +
    "with without would you your able user users supplier suppliers system service solution provide provides requirement"
  ).split(" "),
);
