/**
 * What a rich text may consist of, as a table: the same as the page's ProseMirror schema, for whoever
 * has none. A test holds the two together. Promises that what passes can be shown and edited.
 */
import type { Field } from "./item-kinds.ts";
import { isLinkAddress } from "./link-address.ts";
import { hasWords, plainText } from "./plain-text.ts";
import type { Mark, RichNode, RichText } from "./rich-text.ts";

interface NodeRule {
  /** What may stand in it; "text" stands for words. */
  readonly holds: readonly string[];
  /** Its attributes, each with what it is when nobody says. */
  readonly attributes: Readonly<Record<string, unknown>>;
}

const blocks = ["paragraph", "bulletList", "orderedList", "table"] as const;
const cell: NodeRule = {
  holds: blocks,
  attributes: { colspan: 1, rowspan: 1, colwidth: null, align: null },
};

export const nodeRules: Readonly<Record<string, NodeRule>> = {
  doc: { holds: blocks, attributes: {} },
  paragraph: { holds: ["text"], attributes: {} },
  bulletList: { holds: ["listItem"], attributes: {} },
  orderedList: { holds: ["listItem"], attributes: {} },
  listItem: { holds: blocks, attributes: {} },
  table: { holds: ["tableRow"], attributes: {} },
  tableRow: { holds: ["tableCell", "tableHeader"], attributes: {} },
  tableCell: cell,
  tableHeader: cell,
};

/** Marks and their attributes. */
export const markRules: Readonly<Record<string, readonly string[]>> = {
  bold: [],
  italic: [],
  link: ["href"],
};

/** Most letters of a wording that somebody suggests: what is longer belongs in several items. */
export const longestWording = 10_000;
const deepest = 12;

/** What is wrong with `text` as all that a field says, in words that say what to do; null when nothing is. */
export function problemOfText(text: RichText, field: Field): string | null {
  if (plainText(text).length > longestWording)
    return "The wording has more than 10,000 characters. Make it shorter.";
  if (!isAllowedText(text))
    return "The wording holds something that cannot stand in a text. Take it out, then try again.";
  if (field.lines === "one" && !text.content.every(isOnlyParagraph))
    return "This part is one line. Write it as one line.";
  if (!field.tables && text.content.some(({ type }) => type === "table"))
    return "This part cannot hold a table. Write it as text.";
  if (field.needed && !hasWords(text))
    return "This part cannot be empty. Say what it should say instead.";
  return null;
}

/** Whether every part of it can be shown and edited. */
export function isAllowedText(text: RichText): boolean {
  return text.content.every((node) => isAllowed(node, "doc", 1));
}

function isOnlyParagraph({ type }: RichNode, at: number): boolean {
  return at === 0 && type === "paragraph";
}

function isAllowed(node: RichNode, parent: string, depth: number): boolean {
  if (depth > deepest || nodeRules[parent]?.holds.includes(node.type) !== true) return false;
  if (node.type === "text") {
    return typeof node.text === "string" && (node.marks ?? []).every(isAllowedMark);
  }
  const rule = nodeRules[node.type];
  return (
    rule !== undefined &&
    node.text === undefined &&
    Object.entries(node.attrs ?? {}).every(
      ([name, value]) => Object.hasOwn(rule.attributes, name) && isPlain(value),
    ) &&
    (node.content ?? []).every((child) => isAllowed(child, node.type, depth + 1))
  );
}

function isAllowedMark({ type, attrs = {} }: Mark): boolean {
  const names = Object.hasOwn(markRules, type) ? markRules[type] : undefined;
  if (!names || !Object.keys(attrs).every((name) => names.includes(name))) return false;
  return type !== "link" || (typeof attrs["href"] === "string" && isLinkAddress(attrs["href"]));
}

/** Spans, widths and alignments: numbers, words or a few numbers. */
function isPlain(value: unknown): boolean {
  if (Array.isArray(value)) return value.length <= 20 && value.every(isNumber);
  return value === null || isNumber(value) || (typeof value === "string" && value.length <= 20);
}

function isNumber(value: unknown): boolean {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 10_000;
}
