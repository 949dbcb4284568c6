/**
 * Parts a Word file that is not ours into passages: what one would call a heading, a clause, a point, a
 * paragraph. Promises that every paragraph is in one passage, and that points without a number that
 * people could quote stay with the words that they finish.
 */
import { lineOf, type Block, type Paragraph, type Piece, type Table } from "./blocks.ts";
import { withoutStart, wordsOfPieces } from "./cut-pieces.ts";
import type { ListPlace } from "./read-numbering.ts";
import {
  asksSomething,
  isNeedSentence,
  isQuotable,
  typedBullet,
  typedReference,
} from "./recognise-words.ts";

export type Passage = Heading | Words | TablePassage;

export interface Heading {
  readonly form: "heading";
  readonly where: string;
  /** 1 to 3. */
  readonly level: number;
  /** Without its number. */
  readonly pieces: readonly Piece[];
}

export interface Words {
  readonly form: "clause" | "point" | "prose";
  readonly where: string;
  /** What people quote, or "". */
  readonly reference: string;
  /** Without a number typed in front. */
  readonly head: Paragraph;
  /** With it. */
  readonly typed: Paragraph;
  /** What belongs to it: points below, paragraphs that go on. */
  readonly rest: readonly Block[];
}

export interface TablePassage {
  readonly form: "table";
  readonly table: Table;
}

export interface Passages {
  readonly passages: readonly Passage[];
  /** Short bold lines were taken as headings, because the file has no other. */
  readonly guessedHeadings: boolean;
  /** Headings below the third level, which became the third. */
  readonly deepHeadings: number;
  /** Words in the style of a document's title. */
  readonly title: string;
}

export function partInPassages(blocks: readonly Block[]): Passages {
  const levels = blocks.flatMap((block) =>
    block.type === "paragraph" && block.heading !== null && lineOf(block) !== ""
      ? block.heading
      : [],
  );
  const shape: Shape = {
    top: Math.min(...levels, 9),
    hasHeadings: levels.length > 0,
    current: 0,
    numbers: [],
  };
  const passages: Passage[] = [];
  const title: string[] = [];
  let guessed = 0;
  for (let at = 0; at < blocks.length;) {
    const block = blocks[at];
    at += 1;
    if (block === undefined) break;
    if (block.type === "table") {
      passages.push({ form: "table", table: block });
      continue;
    }
    if (lineOf(block) === "") continue;
    if (block.style === "title" && title.length === 0) {
      title.push(lineOf(block));
      continue;
    }
    const heading = headingOf(block, blocks[at], shape);
    if (heading) {
      if (block.heading === null) guessed += 1;
      passages.push(heading);
      continue;
    }
    const words = wordsFrom(block);
    const end = endOfRest(words, blocks, at);
    passages.push({ ...words, rest: restOf(blocks.slice(at, end)) });
    at = end;
  }
  return {
    passages,
    guessedHeadings: guessed > 0 && !shape.hasHeadings,
    deepHeadings: levels.filter((level) => level - shape.top > 2).length,
    title: title[0] ?? "",
  };
}

interface Shape {
  /** The highest level of heading in the file is our first. */
  readonly top: number;
  readonly hasHeadings: boolean;
  /** Of the heading above, or 0. */
  current: number;
  /** The last plain number typed in front of a heading of each level. */
  readonly numbers: number[];
}

function headingOf(block: Paragraph, next: Block | undefined, shape: Shape): Heading | null {
  const level =
    block.heading === null ? guessedLevel(block, next, shape) : block.heading - shape.top + 1;
  if (level === null) return null;
  const kept = Math.min(level, 3);
  shape.current = block.heading === null && shape.hasHeadings ? shape.current : kept;
  return {
    form: "heading",
    where: block.where,
    level: kept,
    pieces: withoutStart(block.pieces, lettersOfNumber(wordsOfPieces(block.pieces), kept, shape)),
  };
}

/** "3. ", "3.2 ", "Section 3: ", "A. "; a plain number only where it is the next one, so that "24 hour service" stays. */
function lettersOfNumber(line: string, level: number, { numbers }: Shape): number {
  const sure =
    /^\s*(?:(?:section|part|chapter|schedule)\s+(?:\d+(?:\.\d+)*|[A-Z]|[IVX]+)\s*[:.–—-]\s*|\d+(?:\.\d+)+[.)]?\s+|\d+(?:[.)]\s*|\t\s*)|[A-Z][.)]\s+|[IVX]+[.)]\s+)(?=\S)/i.exec(
      line,
    );
  const plain = /^\s*(\d{1,3})\s+(?=\p{L})/u.exec(line);
  const number = Number(/^\s*(?:section |part )?(\d+)/i.exec(line)?.[1] ?? 0);
  const expected = (numbers[level] ?? 0) + 1;
  numbers.length = level + 1;
  if (number > 0) numbers[level] = number;
  if (sure) return sure[0].length;
  if (plain && number === expected) return plain[0].length;
  if (plain) numbers[level] = expected - 1;
  return 0;
}

/** A number above clauses of its own; in a file without headings, a short line that is all bold too. */
function guessedLevel(block: Paragraph, next: Block | undefined, shape: Shape): number | null {
  const line = lineOf(block);
  const isShort = line.length <= 100 && line.split(" ").length <= 12 && !/[.;,:?!]$/.test(line);
  if (!isShort || isNeedSentence(line) || asksSomething(line)) return null;
  const nested = next?.type === "paragraph" ? next.list : null;
  const { list } = block;
  const isAbove =
    list?.ordered === true &&
    nested?.ordered === true &&
    nested.level > list.level &&
    isQuotable(nested.label);
  if (shape.hasHeadings) return isAbove ? shape.current + list.level + 1 : null;
  if (isAbove) return list.level + 1;
  const { reference } = typedReference(line);
  if (!block.bold || /[A-Z]/.test(reference)) return null;
  if (list) return list.level + 1;
  return reference === "" ? 1 : reference.split(".").length;
}

/** Points with a bullet that somebody typed. */
const typedList: ListPlace = { listId: "typed", level: 0, ordered: false, label: "" };

function wordsFrom(block: Paragraph): Words {
  const line = wordsOfPieces(block.pieces);
  const typed = typedReference(line);
  const isBullet = !block.list && typedBullet(line);
  const head = {
    ...block,
    list: isBullet ? typedList : block.list,
    pieces: withoutStart(block.pieces, typed.letters),
  };
  const label = block.list?.ordered === true ? block.list.label : "";
  const own = typed.reference === "" && isQuotable(label) ? label.replace(/[.):]+$/, "") : "";
  const reference = typed.reference === "" ? own : typed.reference;
  const form =
    typed.isNumbered || block.list?.ordered === true ? "clause" : head.list ? "point" : "prose";
  return { form, where: block.where, reference, head, typed: isBullet ? head : block, rest: [] };
}

/** Points typed by hand become points of a list. */
function restOf(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => {
    if (lineOf(block) === "") return [];
    if (block.type === "table" || block.list) return [block];
    const line = wordsOfPieces(block.pieces);
    const { isNumbered, letters } = typedReference(line);
    if (!isNumbered && !typedBullet(line)) return [block];
    const list = isNumbered ? { ...typedList, listId: "typed numbers", ordered: true } : typedList;
    return [{ ...block, list, pieces: withoutStart(block.pieces, letters) }];
  });
}

/** Where what belongs to `words` ends. */
function endOfRest({ form, head }: Words, blocks: readonly Block[], from: number): number {
  const opens = /:\s*$/.test(lineOf(head));
  const depth = head.list?.level ?? -1;
  const asks = asksSomething(lineOf(head));
  let at = from;
  for (; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (block?.type !== "paragraph") break;
    const line = lineOf(block);
    if (line === "") continue;
    if (block.heading !== null || isNeedSentence(stripped(line))) break;
    if (block.style === "footnotetext" || (isContinued(block) && form !== "prose")) continue;
    if (standsAlone(block) || !(block.list || typedReference(line).isNumbered || typedBullet(line)))
      break;
    const isBelow = block.list !== null && form !== "prose" && block.list.level > depth;
    const finishes = opens && (asks || form !== "prose") && !asksSomething(line);
    if (!isBelow && !(finishes && !isSibling(head, block))) break;
    if (isBelow && !opens && asksSomething(line) && !asks) break;
  }
  while (at > from && lineOf(blocks[at - 1] as Block) === "") at -= 1;
  return at;
}

function stripped(line: string): string {
  return line.slice(typedReference(line).letters);
}

/** A paragraph of a list item that has no number of its own. */
function isContinued(block: Paragraph): boolean {
  return block.list === null && /^listcontinue\d?$/.test(block.style);
}

/** It has a reference that people quote, so it is an item of its own. */
function standsAlone(block: Paragraph): boolean {
  const typed = typedReference(wordsOfPieces(block.pieces)).reference;
  return typed !== "" || (block.list?.ordered === true && isQuotable(block.list.label));
}

function isSibling(head: Paragraph, block: Paragraph): boolean {
  return (
    head.list !== null &&
    block.list !== null &&
    head.list.listId === block.list.listId &&
    head.list.level === block.list.level
  );
}
