/**
 * A Word file that is not ours as proposed items: headings become sections, clauses, points and rows of
 * tables requirements or needs where they read like it, the rest text. A suggestion, made to be changed
 * in bulk: promises to say why for each, and that every word comes out in some item.
 */
import { itemKinds, type ItemKind, type Priority } from "../../../shared/item-kinds.ts";
import { hasWords, plainText } from "../../../shared/plain-text.ts";
import type { ProposedItem, ProposedLink } from "../../../shared/proposed-file.ts";
import type { RichText } from "../../../shared/rich-text.ts";
import { lineOf, type Block, type Paragraph, type Table } from "./blocks.ts";
import { lineTextOf, richTextOf } from "./build-rich-text.ts";
import { withoutEnd, withoutStart, wordsOfPieces } from "./cut-pieces.ts";
import { readPlace, type Draft } from "./draft.ts";
import { needFields } from "./need-fields.ts";
import { partInPassages, type Heading, type Words } from "./passages.ts";
import {
  askedPriority,
  asksSomething,
  isNeedSentence,
  labelledField,
  markedPriority,
  subjectOf,
} from "./recognise-words.ts";
import { guessColumns, readColumns, turnedTable } from "./table-columns.ts";
import { itemsOfTable, type TableItems } from "./table-items.ts";

export interface ReadTheirs {
  readonly title: string;
  readonly items: readonly ProposedItem[];
  readonly links: readonly ProposedLink[];
  readonly guessedHeadings: boolean;
  readonly deepHeadings: number;
  /** Columns of tables for a supplier's answers, left out. */
  readonly answers: number;
  /** References that two items have; only the first keeps it. */
  readonly doubled: readonly { readonly where: string; readonly reference: string }[];
}

/** Where in the document the reading is. */
interface Place {
  /** What stands under each open heading, by level. */
  readonly subjects: (ItemKind | null)[];
  /** A level for a heading row inside a table. */
  level: number;
  /** The item that labelled lines below it belong to is the last one. */
  takesLabels: boolean;
}

export function readTheirs(blocks: readonly Block[]): ReadTheirs {
  const { passages, guessedHeadings, deepHeadings, title } = partInPassages(unwrapped(blocks));
  const place: Place = { subjects: [], level: 0, takesLabels: false };
  const drafts: Draft[] = [];
  const links: ProposedLink[] = [];
  let answers = 0;
  for (const passage of passages) {
    switch (passage.form) {
      case "heading":
        drafts.push(sectionOf(passage, place));
        place.takesLabels = false;
        break;
      case "table": {
        const read = readTable(passage.table, place);
        drafts.push(...read.drafts);
        links.push(...read.links);
        answers += read.answers;
        place.takesLabels = false;
        break;
      }
      default:
        addWords(passage, place, drafts);
    }
  }
  const { items, doubled } = keyed(drafts);
  return { title, items, links, guessedHeadings, deepHeadings, answers, doubled };
}

/** A table of one column only lays out a page: what is in it counts as if there were none. */
function unwrapped(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => {
    const isFrame =
      block.type === "table" &&
      block.rows.every(({ cells }) => cells.length <= 1) &&
      readColumns(block) === null;
    if (!isFrame) return [block];
    return unwrapped(block.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.blocks)));
  });
}

function readTable(table: Table, place: Place): TableItems {
  const turned = turnedTable(table);
  for (const each of turned ? [table, turned] : [table]) {
    const columns = readColumns(each) ?? guessColumns(each);
    if (!columns) continue;
    const read = itemsOfTable(each, columns, subjectHere(place));
    return { ...read, drafts: read.drafts.map((draft) => inPlace(draft, place)) };
  }
  return { drafts: textOfTable(table), links: [], answers: 0 };
}

function subjectHere({ subjects }: Place): ItemKind | null {
  return subjects.findLast((subject) => subject !== null && subject !== undefined) ?? null;
}

function sectionOf({ where, level, pieces }: Heading, place: Place): Draft {
  const title = lineTextOf(
    pieces.map((piece) => ({ ...piece, marks: [] })),
    "theirs",
  );
  place.subjects.length = level;
  place.subjects[level] = subjectOf(plainText(title));
  place.level = level;
  return {
    ...readPlace(where, "section", "It is a heading."),
    level,
    reference: "",
    fields: { title },
  };
}

function inPlace(draft: Draft, { level }: Place): Draft {
  return draft.kind === "section" ? { ...draft, level: Math.min(level + 1, 3) } : draft;
}

function addWords(words: Words, place: Place, drafts: Draft[]): void {
  const line = lineOf(words.head);
  const last = drafts.at(-1);
  if (place.takesLabels && last && words.reference === "" && addLabelled(words, drafts)) return;
  const [kind, why] = suggestKind(words, line, subjectHere(place));
  if (kind === "text" && words.form !== "prose" && last && joinsText(last, words)) {
    drafts[drafts.length - 1] = withMore(last, [words.typed, ...words.rest]);
    return;
  }
  drafts.push(draftOf(words, kind, why, line));
  place.takesLabels = true;
}

function suggestKind(
  { form, reference, rest }: Words,
  line: string,
  around: ItemKind | null,
): [ItemKind, string] {
  const marked = markedPriority(line);
  const whole = [line, ...rest.map(lineOf)].join(" ");
  if (isNeedSentence(line) || isNeedSentence(whole))
    return ["need", "It says who needs it: “As a…”."];
  if (marked) return [around === "need" ? "need" : "requirement", "It has a priority."];
  const isListed = form !== "prose";
  if (isListed && (around === "outcome" || around === "need") && !asksOfSupplier(line))
    return [around, "The heading above says so."];
  if (isListed && asksSomething(line)) return ["requirement", "It asks for something."];
  if (/[A-Z]/.test(reference) && around !== "text")
    return ["requirement", "It has a reference of its own."];
  if (isListed && around === "requirement") return ["requirement", "The heading above says so."];
  if (around === "requirement" && asksSomething(line))
    return ["requirement", "It asks for something."];
  if (around === null && asksOfSupplier(line))
    return ["requirement", "It asks something of the supplier."];
  if (form === "clause" && reference !== "" && around === null)
    return ["requirement", "It is a numbered clause."];
  return ["text", "Nothing says that it is a need or a requirement."];
}

function asksOfSupplier(line: string): boolean {
  return /\b(?:suppliers?|contractors?|providers?|tenderers?|bidders?|system|solution)\b.{0,40}\b(?:must|shall|should|will)\b/i.test(
    line,
  );
}

function draftOf(
  { where, reference, head, typed, rest }: Words,
  kind: ItemKind,
  why: string,
  line: string,
): Draft {
  const marked = itemKinds[kind].hasPriority ? markedPriority(line) : null;
  const pieces = marked ? unmarked(head, marked.before, marked.after) : head.pieces;
  const priority: Priority | undefined =
    marked?.priority ??
    (kind === "requirement" ? askedPriority([line, ...rest.map(lineOf)].join(" ")) : undefined);
  // The number or bullet of an item's own line is not part of its words.
  const own = richTextOf([{ ...head, pieces, list: null }, ...rest], "theirs");
  return {
    ...readPlace(where, kind, why),
    reference: kind === "text" ? "" : reference,
    fields: kind === "text" ? { body: textOf(typed, rest) } : fieldsOf(kind, own),
    ...(priority === undefined ? {} : { priority }),
  };
}

/** Text keeps its look: a point stays a point. */
function textOf(head: Paragraph, rest: readonly Block[]): RichText {
  return richTextOf([head, ...rest], "theirs");
}

function fieldsOf(kind: ItemKind, text: RichText): Record<string, RichText> {
  switch (kind) {
    case "need":
      return needFields(text);
    case "requirement":
      return { statement: text };
    case "section":
      return { title: text };
    case "outcome":
    case "text":
      return { body: text };
  }
}

function unmarked(head: Paragraph, before: number, after: number): Paragraph["pieces"] {
  const line = wordsOfPieces(head.pieces);
  const start = before > 0 ? before + (line.length - line.trimStart().length) : 0;
  return withoutEnd(
    withoutStart(head.pieces, start),
    after > 0 ? after + (line.length - line.trimEnd().length) : 0,
  );
}

/** "Measure: …" below a requirement is its measure. */
function addLabelled({ head, rest }: Words, drafts: Draft[]): boolean {
  const last = drafts.at(-1);
  const line = wordsOfPieces(head.pieces);
  const label = last && labelledField(last.kind, line);
  if (!last || !label) return false;
  const text = richTextOf(
    [{ ...head, list: null, pieces: withoutStart(head.pieces, label.letters) }, ...rest],
    "theirs",
  );
  const before = last.fields[label.field];
  const content = [
    ...(before ? before.content : []),
    ...text.content.filter((node) => hasWords({ type: "doc", content: [node] })),
  ];
  const fields = { ...last.fields, [label.field]: { type: "doc" as const, content } };
  drafts[drafts.length - 1] = { ...last, fields };
  return true;
}

/** A longer list of text is parted: one item of it could not be discussed. */
const mostPoints = 60;

/** Points of text belong to the words above that open them, or to the points above. */
function joinsText(last: Draft, { typed, reference }: Words): boolean {
  const body = last.kind === "text" ? last.fields["body"] : undefined;
  const end = body?.content.at(-1);
  if (!body || !end || reference !== "" || (end.content ?? []).length >= mostPoints) return false;
  const type = typed.list?.ordered === true ? "orderedList" : "bulletList";
  return end.type === type || /:\s*$/.test(plainText(body));
}

function withMore(last: Draft, blocks: readonly Block[]): Draft {
  const body = last.fields["body"];
  const more = richTextOf(blocks, "theirs").content;
  const before = body?.content ?? [];
  const end = before.at(-1);
  const [first, ...others] = more;
  const isOneList = end !== undefined && first?.type === end.type && end.type !== "paragraph";
  const content = isOneList
    ? [
        ...before.slice(0, -1),
        { ...end, content: [...(end.content ?? []), ...(first?.content ?? [])] },
        ...others,
      ]
    : [...before, ...more];
  return { ...last, fields: { body: { type: "doc", content } } };
}

function textOfTable(table: Table): Draft[] {
  const text = richTextOf([table], "theirs");
  if (!hasWords(text)) return [];
  return [
    {
      ...readPlace(table.where, "text", "It is a table of another kind."),
      reference: "",
      fields: { body: text },
    },
  ];
}

function keyed(drafts: readonly Draft[]): Pick<ReadTheirs, "items" | "doubled"> {
  const seen = new Set<string>();
  const places = new Map<string, number>();
  const doubled: { where: string; reference: string }[] = [];
  const items = drafts.map((draft) => {
    const key = draft.reference.toLowerCase();
    const isDoubled = key !== "" && seen.has(key);
    if (isDoubled) doubled.push({ where: draft.where, reference: draft.reference });
    seen.add(key);
    const times = (places.get(draft.where) ?? 0) + 1;
    places.set(draft.where, times);
    const own = times > 1 ? `${draft.where} (${times})` : draft.where;
    return { ...draft, key: own, reference: isDoubled ? "" : draft.reference };
  });
  return { items, doubled };
}
