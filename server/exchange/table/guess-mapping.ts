/**
 * How a table is likely to be read, from its headings and from what stands under them. A guess: somebody
 * looks at it, unless every heading and every word is one that Needline itself writes.
 */
import { importColumns } from "../../../shared/import-columns.ts";
import type { ItemKind, Priority } from "../../../shared/item-kinds.ts";
import type { ColumnUse, TableMapping } from "../../../shared/table-mapping.ts";
import {
  columnsByHeadings,
  kindMeant,
  priorityMeant,
  rankOf,
  usesInOrder,
} from "../../../shared/cell-meanings.ts";
import { cellWords, type Sheet, type SheetRow, type Tables } from "./sheet.ts";

export interface Guess {
  readonly mapping: TableMapping;
  /** There is nothing to ask. */
  readonly isSure: boolean;
}

/** Headings are looked for among so many rows. */
const headingsWithin = 15;
/** Rows that are looked at for what a column says. */
const sampled = 300;

export function guessMapping(
  tables: Tables,
  priorityWords: Readonly<Record<Priority, string>>,
): Guess {
  const visible = tables.sheets.filter(({ isHidden }) => !isHidden);
  const candidates = (visible.length > 0 ? visible : tables.sheets).map((sheet) => ({
    sheet,
    ...findHeadings(sheet),
  }));
  const best = candidates.reduce((most, one) => (one.score > most.score ? one : most));
  const { headings, headingRow } = best;
  const alike = candidates.filter(
    (one) => one.headingRow === headingRow && isAlike(one.headings, headings),
  );
  const sheets = alike.length > 0 ? alike.map(({ sheet }) => sheet) : [best.sheet];
  const rows = sheets.flatMap((sheet) => rowsUnder(sheet, headingRow)).slice(0, sampled);
  const columns = guessColumns(headings, rows, priorityWords);
  const mapping = {
    sheets: sheets.map(({ name }) => name),
    headingRow,
    columns,
    kind: guessKind(headings, columns, rows),
    ...meaningsOf(sheets, headingRow, columns, priorityWords),
    titlesBetween: hasTitlesBetween(rows, columns),
  };
  return { mapping, isSure: isSure(headings, mapping) };
}

/** What the words in the columns of kinds and priorities mean, as far as anybody knows. */
function meaningsOf(
  sheets: readonly Sheet[],
  headingRow: number,
  columns: TableMapping["columns"],
  priorityWords: Readonly<Record<Priority, string>>,
): Pick<TableMapping, "kinds" | "priorities"> {
  const kinds = new Map<string, ItemKind | null>();
  const priorities = new Map<string, Priority | null>();
  for (const sheet of sheets) {
    for (const { cells } of rowsUnder(sheet, headingRow)) {
      for (const [at, use] of columns.entries()) {
        const word = cellWords(cells[at]).slice(0, 200);
        if (word === "") continue;
        if (use === "kind") kinds.set(word, kindMeant(word));
        if (use === "priority") priorities.set(word, priorityMeant(word, priorityWords));
      }
    }
  }
  return { kinds: few(kinds), priorities: few(priorities) };
}

/** A column of hundreds of words says neither kinds nor priorities. */
function few<Meaning>(words: ReadonlyMap<string, Meaning>): Record<string, Meaning> {
  return Object.fromEntries([...words].slice(0, 60));
}

export function rowsUnder(sheet: Sheet, headingRow: number): SheetRow[] {
  return sheet.rows.filter(({ number }) => number > headingRow);
}

function findHeadings(sheet: Sheet): { headings: string[]; headingRow: number; score: number } {
  let found = { headings: [] as string[], headingRow: 0, score: 0 };
  for (const { number, cells } of sheet.rows.slice(0, headingsWithin)) {
    const headings = cells.map((cell) => cellWords(cell));
    const score = usesInOrder.filter((use) =>
      headings.some((heading) => rankOf(use, heading) !== null),
    ).length;
    if (score > found.score) found = { headings, headingRow: number, score };
  }
  const [first] = sheet.rows;
  const words = (first?.cells ?? []).map((cell) => cellWords(cell));
  // Headings that nobody knows are short all the same.
  const isHead = words.length > 1 && words.every((word) => word.length < 40);
  return found.score === 0 && first && isHead
    ? { headings: words, headingRow: first.number, score: 0 }
    : found;
}

function isAlike(a: readonly string[], b: readonly string[]): boolean {
  const even = (headings: readonly string[]) => headings.join("\n").trim().toLowerCase();
  return even(a) === even(b);
}

function guessColumns(
  headings: readonly string[],
  rows: readonly SheetRow[],
  priorityWords: Readonly<Record<Priority, string>>,
): TableMapping["columns"] {
  const width = Math.max(headings.length, ...rows.map(({ cells }) => cells.length), 0);
  const columns: (ColumnUse | null)[] = columnsByHeadings(
    Array.from({ length: width }, (_, at) => headings[at] ?? ""),
  );
  const used = new Set(columns);
  const words = columns.map((_, at) =>
    rows.map(({ cells }) => cellWords(cells[at])).filter(Boolean),
  );
  const isFree = (at: number) => columns[at] === null;
  if (!used.has("priority")) {
    const at = words.findIndex(
      (list, column) =>
        isFree(column) &&
        list.length > 2 &&
        list.filter((word) => priorityMeant(word, priorityWords) !== null && !/^\d+$/.test(word))
          .length >
          list.length * 0.8,
    );
    if (at >= 0) columns[at] = "priority";
  }
  if (!used.has("text") && !used.has("iNeed")) {
    const lengths = words.map((list, at) =>
      isFree(at) ? list.reduce((sum, word) => sum + word.length, 0) : 0,
    );
    const most = Math.max(...lengths, 0);
    if (most > 0) columns[lengths.indexOf(most)] = "text";
  }
  return columns;
}

function guessKind(
  headings: readonly string[],
  columns: TableMapping["columns"],
  rows: readonly SheetRow[],
): ItemKind {
  if (columns.includes("iNeed") || columns.includes("asA")) return "need";
  const at = columns.indexOf("text");
  const heading = (headings[at] ?? "").toLowerCase();
  if (/need|story/.test(heading)) return "need";
  if (/outcome/.test(heading)) return "outcome";
  const texts = rows.map(({ cells }) => cellWords(cells[at])).filter(Boolean);
  const stories = texts.filter((text) => /^as an? /i.test(text)).length;
  return stories > texts.length / 2 ? "need" : "requirement";
}

function hasTitlesBetween(rows: readonly SheetRow[], columns: TableMapping["columns"]): boolean {
  if (columns.filter((use) => use !== null).length < 2) return false;
  const lone = rows.filter((row) => loneWords(row) !== null).length;
  return lone > 0 && lone < rows.length / 2;
}

/** The words of a row in which only one cell says anything, or null. */
export function loneWords({ cells }: SheetRow): string | null {
  const said = cells.map((cell) => cellWords(cell)).filter((words) => words !== "");
  return said.length === 1 ? (said[0] ?? null) : null;
}

const ownHeadings: ReadonlySet<string> = new Set(importColumns);

/** Its headings are those that docs/import.md describes, and every kind and priority is known. */
function isSure(headings: readonly string[], { kinds, priorities }: TableMapping): boolean {
  const written = headings
    .map((heading) => heading.toLowerCase())
    .filter((heading) => heading !== "");
  const known = [...Object.values(kinds), ...Object.values(priorities)];
  return (
    written.includes("kind") &&
    written.includes("text") &&
    written.every((heading) => ownHeadings.has(heading)) &&
    !known.includes(null)
  );
}
