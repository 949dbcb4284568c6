/**
 * Our own tables as a reader of CSV or Excel hands them over: sheets of cells. Promises to take only what
 * is ours, and to put the sheets of a tracker back into the statement's order.
 */
import { allPriorities, defaultPriorityWords, type Priority } from "../../../shared/item-kinds.ts";
import { plainText } from "../../../shared/plain-text.ts";
import type { ProposedFile } from "../../../shared/proposed-file.ts";
import type { RichText } from "../../../shared/rich-text.ts";
import { itemColumn, type OwnColumn } from "./own-columns.ts";
import type { OwnTableRow } from "./own-row.ts";
import { readOwnTable } from "./read-own-table.ts";
import { aboutSheet, columnOfHeading, trackerFormat, trackerSheets } from "./tracker-sheets.ts";

/** A sheet of a workbook, or the only one of a CSV file. */
export interface OwnSheet {
  readonly name: string;
  readonly rows: readonly {
    /** 1 for the first. */
    readonly number: number;
    readonly cells: readonly (string | RichText)[];
  }[];
}

interface PlacedRow extends OwnTableRow {
  /** Place in the statement; that of the row above for one that a person added. */
  readonly order: number;
}

/** What the tables propose, or null when they are not ours. */
export function readOwnSheets(
  sheets: readonly OwnSheet[],
  format: "csv" | "xlsx",
): ProposedFile | null {
  const about = aboutOf(sheets);
  const isTracker = about.get("format") === trackerFormat;
  const names = new Set(trackerSheets.map(({ name }) => name));
  const ours = isTracker ? sheets.filter(({ name }) => names.has(name)) : sheets.slice(0, 1);
  const tables = ours.map((sheet) => rowsOf(sheet, format));
  if (tables.every((rows) => rows === null)) return null;
  const rows = tables.flatMap((table) => table ?? []).toSorted((a, b) => a.order - b.order);
  const priorityWords = wordsOf(about);
  return readOwnTable(rows, {
    format,
    title: about.get("title") ?? "",
    ...(priorityWords ? { priorityWords } : {}),
  });
}

/** Null when the sheet's headings are not ours. */
function rowsOf({ name, rows }: OwnSheet, format: "csv" | "xlsx"): PlacedRow[] | null {
  const [head, ...body] = rows;
  const columns = head?.cells.map((cell) => columnOfHeading(wordsIn(cell))) ?? [];
  if (!columns.includes(itemColumn)) return null;
  let order = 0;
  return body.map(({ number, cells }) => {
    const read: Partial<Record<OwnColumn, string>> = {};
    for (const [at, column] of columns.entries()) {
      const words = wordsIn(cells[at]);
      if (column === "order") order = placeOf(words) ?? order;
      else if (column !== null) read[column] = words;
    }
    const kind = kindOfSheet(name);
    // A row that a person added to a sheet of one kind does not have to name it.
    if (kind && (read.kind ?? "") === "" && Object.values(read).some((cell) => cell.trim() !== ""))
      read.kind = kind;
    const where = format === "csv" ? `Line ${number}` : `Row ${number} of ${name}`;
    return { where, cells: read, order };
  });
}

function kindOfSheet(name: string): string | undefined {
  const kinds = trackerSheets.find((sheet) => sheet.name === name)?.kinds ?? [];
  return kinds.length === 1 ? kinds[0] : undefined;
}

function placeOf(words: string): number | null {
  const place = Number(words.trim());
  return words.trim() === "" || Number.isNaN(place) ? null : place;
}

function wordsIn(cell: string | RichText | undefined): string {
  return cell === undefined || typeof cell === "string" ? (cell ?? "") : plainText(cell);
}

function aboutOf(sheets: readonly OwnSheet[]): ReadonlyMap<string, string> {
  const rows = sheets.find(({ name }) => name === aboutSheet)?.rows ?? [];
  return new Map(rows.map(({ cells: [name, value] }) => [wordsIn(name), wordsIn(value)]));
}

function wordsOf(about: ReadonlyMap<string, string>): Record<Priority, string> | null {
  const words = { ...defaultPriorityWords };
  for (const priority of allPriorities) {
    const said = about.get(`priority ${priority}`);
    if (said === undefined) return null;
    words[priority] = said;
  }
  return words;
}
