/** What is said of an item in its object: one value for each thing that it has. */
import { itemKinds, type ItemKind, type Priority } from "../../../shared/item-kinds.ts";
import type { Item } from "../../../shared/items.ts";
import { needSentence } from "../../../shared/need-sentence.ts";
import { hasWords } from "../../../shared/plain-text.ts";
import { richTextFromPlain, type RichText } from "../../../shared/rich-text.ts";
import { keptOf } from "./kept-of.ts";
import { definitionIdOf, longNameOf, type Role } from "./reqif-names.ts";

export interface ObjectValue {
  readonly definitionId: string;
  readonly longName: string;
  readonly content: Content;
}

export type Content =
  | { readonly is: "words"; readonly words: string }
  | { readonly is: "rich"; readonly text: RichText }
  | { readonly is: "priority"; readonly priority: Priority }
  | { readonly is: "true" }
  | { readonly is: "number"; readonly number: number }
  /** Of another tool; its type depends on what all items have. */
  | { readonly is: "extra"; readonly value: string };

/** What is known beside the item itself. */
export interface Around {
  readonly references: ReadonlyMap<string, string>;
  nameOf(this: void, boroughId: string): string;
  /** The depth at which the item stands in the hierarchy, when it is a section. */
  readonly depth: number;
  /** Relations that lead out of the file, by the name under which they are kept. */
  readonly loose: ReadonlyMap<string, string>;
}

export function objectValues(item: Item, around: Around): ObjectValue[] {
  const { references, nameOf, depth, loose } = around;
  const values: ObjectValue[] = [];
  const { kind } = item;
  const add = (role: Role, content: Content, borough = ""): void => {
    const definitionId = definitionIdOf(kind, role);
    values.push({ definitionId, longName: longNameOf(kind, role, borough), content });
  };
  const addWords = (role: Role, words: string): void => {
    if (words !== "") add(role, { is: "words", words });
  };
  const reference = references.get(item.id) ?? "";
  const kept = keptOf(item);
  addWords({ is: "reference" }, reference);
  addWords({ is: "name" }, kept.name ?? reference);
  if (kind === "need" && needSentence(item) !== "")
    add({ is: "sentence" }, { is: "rich", text: richTextFromPlain(needSentence(item)) });
  for (const { name } of itemKinds[kind].fields) {
    const text = item.fields[name];
    if (text && isSaid(text)) add({ is: "field", field: name }, { is: "rich", text });
  }
  if (item.priority) add({ is: "priority" }, { is: "priority", priority: item.priority });
  addWords({ is: "raisedBy" }, item.raisedBy.map(nameOf).join("; "));
  addDiffering(item, nameOf, add, addWords);
  addWords({ is: "aliases" }, item.aliases.join("\n"));
  if (isSaid(item.notes)) add({ is: "notes" }, { is: "rich", text: item.notes });
  if (item.removed) add({ is: "removed" }, { is: "true" });
  addWords({ is: "removedWhy" }, item.removed?.why ?? "");
  if (kind === "section" && depth !== item.level)
    add({ is: "level" }, { is: "number", number: item.level });
  addWords({ is: "origin", part: "title" }, item.origin?.title ?? "");
  addWords({ is: "origin", part: "reference" }, item.origin?.reference ?? "");
  for (const [name, value] of [...kept.attributes, ...loose])
    if (value !== "") add({ is: "extra", name }, { is: "extra", value });
  return values;
}

/** The attributes that objects of a kind have in every file, whether an item needs them or not. */
export function fixedRoles(kind: ItemKind): readonly Role[] {
  const { fields, referenceLetter, hasPriority, isRaised } = itemKinds[kind];
  return [
    ...(referenceLetter === null ? [] : [{ is: "reference" } as const]),
    { is: "name" },
    ...(kind === "need" ? [{ is: "sentence" } as const] : []),
    ...fields.map(({ name }) => ({ is: "field", field: name }) as const),
    ...(hasPriority ? [{ is: "priority" } as const] : []),
    ...(isRaised ? [{ is: "raisedBy" } as const] : []),
  ];
}

/** "Differs for Hackney", and which variation each of them is. */
function addDiffering(
  { variations }: Item,
  nameOf: Around["nameOf"],
  add: (role: Role, content: Content, borough: string) => void,
  addWords: (role: Role, words: string) => void,
): void {
  const counts = new Map<string, number>();
  const said = variations.filter(({ text }) => isSaid(text));
  for (const { boroughId, text } of said) {
    const nth = (counts.get(boroughId) ?? 0) + 1;
    counts.set(boroughId, nth);
    add({ is: "differs", boroughId, nth }, { is: "rich", text }, nameOf(boroughId));
  }
  addWords({ is: "keys" }, said.map(({ key }) => key).join("\n"));
}

/** Empty fields say nothing, and need nothing in the file. */
function isSaid(text: RichText): boolean {
  return hasWords(text) || text.content.length > 1 || text.content[0]?.type !== "paragraph";
}
