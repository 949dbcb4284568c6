/** Makes an item of a file another kind. Promises that every word stays: what has no field goes into the notes. */
import { itemKinds, mainField, type ItemKind } from "../../../shared/item-kinds.ts";
import { takeNeedApart } from "../../../shared/need-sentence.ts";
import { hasWords } from "../../../shared/plain-text.ts";
import type { ProposedItem } from "../../../shared/proposed-file.ts";
import { emptyRichText, richTextFromPlain, type RichText } from "../../../shared/rich-text.ts";
import { wordsOf } from "./words-of.ts";

/** Fields that say the same of another kind. */
const alike: Readonly<Record<string, string>> = {
  measure: "metWhen",
  metWhen: "measure",
  rationale: "evidence",
  evidence: "rationale",
};

export function asKind(proposed: ProposedItem, kind: ItemKind): ProposedItem {
  if (kind === proposed.kind) return proposed;
  const fields: Record<string, RichText> = mainFieldsOf(proposed, kind);
  const rest: RichText[] = [];
  for (const [name, text] of Object.entries(proposed.fields)) {
    if (isMain(proposed.kind, name) || !hasWords(text)) continue;
    const place = [name, alike[name] ?? ""].find((candidate) => hasField(kind, candidate));
    if (place === undefined) rest.push(text);
    else fields[place] = text;
  }
  const { priority, level: _, raisedBy, notes, ...said } = proposed;
  const { hasPriority, isRaised } = itemKinds[kind];
  const noted = joined([...(notes ? [notes] : []), ...rest]);
  return {
    ...said,
    kind,
    fields,
    ...(kind === "section" ? { level: 1 } : {}),
    ...(hasPriority && priority !== undefined ? { priority } : {}),
    ...(isRaised && raisedBy ? { raisedBy } : {}),
    ...(noted ? { notes: noted } : {}),
  };
}

/** "As a tenant, I need to report a leak so that it is stopped." in the fields of a need. */
export function needFieldsFrom(sentence: string): Record<string, RichText> {
  const { asA, iNeed, soThat } = takeNeedApart(sentence);
  return {
    asA: richTextFromPlain(asA),
    iNeed: richTextFromPlain(iNeed),
    soThat: richTextFromPlain(soThat),
  };
}

function mainFieldsOf(proposed: ProposedItem, kind: ItemKind): Record<string, RichText> {
  if (kind === "need") return needFieldsFrom(wordsOf(proposed));
  if (kind === "section" || proposed.kind === "need")
    return { [mainField(kind)]: richTextFromPlain(wordsOf(proposed).replace(/\s+/g, " ")) };
  return { [mainField(kind)]: proposed.fields[mainField(proposed.kind)] ?? emptyRichText };
}

/** The words of a need are its whole sentence. */
function isMain(kind: ItemKind, name: string): boolean {
  return kind === "need" ? ["asA", "iNeed", "soThat"].includes(name) : name === mainField(kind);
}

function hasField(kind: ItemKind, name: string): boolean {
  return name !== mainField(kind) && itemKinds[kind].fields.some((field) => field.name === name);
}

function joined(texts: readonly RichText[]): RichText | null {
  const content = texts.filter(hasWords).flatMap((text) => text.content);
  return content.length === 0 ? null : { type: "doc", content };
}
