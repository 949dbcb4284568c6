/** Guesses, for a file of another tool, what an object is and which of its values is what. Every guess can be changed before anything is brought in. */
import { itemKinds, type ItemKind, type Priority } from "../../../shared/item-kinds.ts";
import { takeNeedApart } from "../../../shared/need-sentence.ts";
import type { SpecObject, Value } from "./read-model.ts";

/** The name in small letters, without what the standard and people put around it. */
export function plainName(name: string): string {
  return name
    .toLowerCase()
    .replace(/^reqif\./, "")
    .replace(/[_\s-]+/g, " ")
    .trim();
}

const textNames = [
  "text",
  "object text",
  "requirement text",
  "requirement",
  "statement",
  "description",
  "shall",
  "content",
  "primary text",
];
const titleNames = ["chaptername", "name", "title"];
const nameNames = ["name", "title", "object heading", "heading", "summary", "short text"];
const kindNames = new Set([
  "type",
  "kind",
  "category",
  "object type",
  "artifact type",
  "item type",
]);

const headings = /\b(?:headings?|sections?|chapters?|folder|kapitel|überschrift)\b/;

const kindPatterns: readonly (readonly [ItemKind, RegExp])[] = [
  ["section", headings],
  ["need", /\b(?:needs?|user stor(?:y|ies)|user wish(?:es)?)\b/],
  ["outcome", /\b(?:outcomes?|goals?|objectives?|benefits?)\b/],
  [
    "text",
    /\b(?:text|information|informative|info|notes?|comments?|prose|explanation|definition)\b/,
  ],
];

/** The value that carries the object's own words. */
export function mainValue(object: SpecObject): Value | undefined {
  const withWords = object.values.filter(({ text }) => text.trim() !== "");
  const named = (names: readonly string[]): Value | undefined =>
    names
      .map((name) => withWords.find((value) => plainName(value.name) === name))
      .find((value) => value !== undefined);
  return (
    (isHeading(object) ? named(titleNames) : undefined) ??
    named(textNames) ??
    named(["chaptername"]) ??
    withWords.find(({ type, name }) => type === "XHTML" && !isName(name)) ??
    named(nameNames) ??
    withWords.find(({ type, name }) => type === "STRING" && !/^ReqIF\./i.test(name)) ??
    withWords.find(({ type }) => type === "XHTML")
  );
}

function isName(name: string): boolean {
  return nameNames.includes(plainName(name)) || /^ReqIF\.Foreign/i.test(name);
}

/** Some tools give each requirement a title under the name that others use for headings: the type decides. */
function isHeading({ typeName }: SpecObject): boolean {
  return headings.test(plainName(typeName));
}

/** What a heading says below its title. */
export function textBelow(object: SpecObject, main: Value | undefined): Value | undefined {
  return object.values.find(
    (value) => value !== main && plainName(value.name) === "text" && value.text.trim() !== "",
  );
}

/** What reads like a need is one, also where a tool calls everything a requirement. */
export function guessKind(object: SpecObject, main: Value | undefined): ItemKind {
  if (main && plainName(main.name) === "chaptername") return "section";
  if (main && takeNeedApart(main.text).asA !== "") return "need";
  const said = object.values.find(({ name }) => kindNames.has(plainName(name)))?.text ?? "";
  for (const words of [said, object.typeName].map(plainName)) {
    if (/\brequirements?\b/.test(words)) return "requirement";
    const found = kindPatterns.find(([, pattern]) => pattern.test(words));
    if (found) return found[0];
  }
  return "requirement";
}

/** The field whose name the attribute has: "Measure", "Rationale". */
export function fieldNamed(kind: ItemKind, name: string): string | null {
  const plain = plainName(name);
  const field = itemKinds[kind].fields.find(({ label }) => label.toLowerCase() === plain);
  if (field) return field.name;
  if (kind !== "requirement") return null;
  if (plain === "rationale" || plain === "justification") return "rationale";
  return plain === "fit criterion" || plain === "acceptance criteria" ? "measure" : null;
}

export function isPriorityName(name: string): boolean {
  return /^(?:priority|prio|importance|moscow|obligation|criticality)$/.test(plainName(name));
}

const priorityWords: Readonly<Record<Priority, readonly string[]>> = {
  must: ["must", "must have", "essential", "mandatory", "required", "shall", "high"],
  should: ["should", "should have", "desirable", "recommended", "medium"],
  could: ["could", "could have", "optional", "nice to have", "may", "low"],
  wont: ["wont", "won't", "wont have", "won't have", "will not have"],
};

/** Null when the word is none that people use for a priority. */
export function guessPriority(words: string): Priority | null {
  const plain = plainName(words).replace(/’/g, "'");
  for (const [priority, known] of Object.entries(priorityWords))
    if (known.includes(plain)) return priority as Priority;
  return null;
}
