/** The fields of an item from the cells of a row. Promises that a story in several columns is one need. */
import { itemKinds, mainField, type ItemKind } from "../../../shared/item-kinds.ts";
import type { RichText } from "../../../shared/rich-text.ts";
import { asKind, needFieldsFrom } from "../import/as-kind.ts";
import { richFrom, type Said } from "./said-in-row.ts";

const storyParts = ["asA", "iNeed", "soThat"] as const;

export function isStory(kind: ItemKind, said: Said): boolean {
  return kind === "need" && storyParts.some((name) => said.words(name) !== "");
}

/** A story's title stands above its notes. */
export function joined(...texts: readonly (RichText | null)[]): RichText | null {
  const content = texts.flatMap((text) => text?.content ?? []);
  return content.length === 0 ? null : { type: "doc", content };
}

export function fieldsOf(kind: ItemKind, said: Said): Record<string, RichText> {
  const fields: Record<string, RichText> = {};
  const isTold = storyParts.some((name) => said.words(name) !== "");
  const words = said.words("text");
  if (isStory(kind, said)) {
    for (const name of storyParts) {
      const text = said.text(name, "one");
      if (text) fields[name] = text;
    }
    const wish = said.words("iNeed");
    if (wish !== "") fields["iNeed"] = richFrom([wishIn(wish, said.heading("iNeed"))], "one");
    else if (words !== "") fields["iNeed"] = richFrom([words], "one");
  } else if (kind === "need" && words !== "") Object.assign(fields, needFieldsFrom(words));
  else if (words !== "" || kind === "section") {
    const lines = kind === "section" ? "one" : "several";
    const text = said.text(words === "" ? "section" : "text", lines);
    if (text) fields[mainField(kind)] = text;
  } else if (isTold) {
    const sentence = storyParts
      .map((name) => said.words(name))
      .filter(Boolean)
      .join(" ");
    fields[mainField(kind)] = richFrom([sentence], "several");
  }
  for (const name of ["evidence", "metWhen", "measure", "rationale"] as const) {
    const text = said.text(name);
    if (!text) continue;
    const own = itemKinds[kind].fields.some((field) => field.name === name);
    if (own) fields[name] = text;
    else Object.assign(fields, fieldElsewhere(kind, name, text));
  }
  return fields;
}

/** Acceptance of a requirement is its measure, and so on; what has no place at all is left out. */
function fieldElsewhere(kind: ItemKind, name: string, text: RichText): Record<string, RichText> {
  const from = name === "measure" || name === "rationale" ? "requirement" : "need";
  const moved = asKind(
    { key: "", where: "", kind: from, reference: "", fields: { [name]: text } },
    kind,
  );
  return Object.fromEntries(
    Object.entries(moved.fields).filter(
      ([field]) => field !== mainField(kind) && !["asA", "soThat"].includes(field),
    ),
  );
}

/** "I want to pay" under "I want"; "a receipt" keeps the words of its heading, because no "to" follows. */
function wishIn(words: string, heading: string): string {
  const said = heading
    .replace(/[^\p{L}]+/gu, " ")
    .trim()
    .toLowerCase();
  if (/^I\b/.test(words) || said.endsWith(" to") || !/^i (?:need|want)$/.test(said)) return words;
  const to = /^to (\S.*)$/is.exec(words);
  return to?.[1] ?? `I ${said.slice(2)} ${words}`;
}
