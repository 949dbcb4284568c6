/**
 * From the words of a CSV file (RFC 4180; commas, semicolons or tabs) to its cells by column. Promises
 * the line on which each row begins, also where a cell holds several lines, and to stop reading once a
 * file has more rows than may come in.
 */
import { CsvError, parse } from "csv-parse/sync";
import {
  importColumns,
  importLimits,
  neededColumns,
  type ImportColumn,
} from "../../shared/import-columns.ts";
import type { Problem } from "../../shared/refusal.ts";
import { atLine, formatCount, shorten } from "./import-rows.ts";

export interface TableRow {
  readonly line: number;
  /** Without white space around; "" where the row has no such cell. */
  readonly cells: Readonly<Record<ImportColumn, string>>;
}

export interface Table {
  readonly rows: readonly TableRow[];
  readonly problems: readonly Problem[];
  readonly notices: readonly Problem[];
}

interface RawRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export function readTable(text: string): Table {
  const { raw, isCut, problem } = parseCells(text);
  if (problem) return { rows: [], problems: [problem], notices: [] };
  const [headings, ...rest] = raw;
  if (!headings) return { rows: [], problems: [noHeadings()], notices: [] };
  const { columns, problems, notices } = readHeadings(headings);
  if (problems.length > 0) return { rows: [], problems, notices };
  // Where there are more cells than headings, every cell may have slid.
  const fitting = rest.filter((row) => row.cells.length <= headings.cells.length);
  const rows = fitting.map((row) => ({ line: row.line, cells: cellsByColumn(row, columns) }));
  return {
    rows: rows.slice(0, importLimits.rows),
    problems: [
      ...tooManyRows(isCut ? importLimits.rows + 1 : rest.length),
      ...rest.flatMap((row) => tooManyCells(row, headings.cells.length)),
      ...(rest.length === 0
        ? [{ where: "The file", what: "There are headings but no rows." }]
        : []),
    ],
    notices,
  };
}

function parseCells(text: string): {
  raw: RawRow[];
  /** There is more, which was not read. */
  isCut: boolean;
  problem: Problem | null;
} {
  const raw: RawRow[] = [];
  // One more than may come in, and the headings: enough to know that there are too many.
  const most = importLimits.rows + 2;
  let count = 0;
  let lastLine = 0;
  try {
    parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      to: most,
      max_record_size: importLimits.text * importColumns.length * 4,
      on_record(cells: string[], { lines }) {
        count += 1;
        const line = lastLine + 1;
        lastLine = lines;
        const cleaned = cells.map(withoutControlCharacters);
        if (cleaned.some((cell) => cell !== "")) raw.push({ line, cells: cleaned });
        return null;
      },
    });
    return { raw, isCut: count === most, problem: null };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { raw: [], isCut: false, problem: atLine(lastLine + 1, adviceFor(error)) };
  }
}

function adviceFor(error: CsvError): string {
  switch (error.code) {
    case "CSV_QUOTE_NOT_CLOSED":
      return "A quotation mark is opened here and never closed. Close it, or take it out.";
    case "CSV_INVALID_CLOSING_QUOTE":
    case "INVALID_OPENING_QUOTE":
      return "The quotation marks do not pair up. Put one before and one after the whole cell, and write each one inside it twice.";
    case "CSV_MAX_RECORD_SIZE":
      return "This row is too long. Look for a quotation mark that is not closed.";
    default:
      return "This row cannot be read. Save the file again as “CSV UTF-8”.";
  }
}

/** The mark that stands most often in the headings. Excel writes semicolons in some countries. */
function delimiterOf(text: string): string {
  const headings = /^[^\r\n]*/.exec(text)?.[0] ?? "";
  const countOf = (mark: string) => headings.split(mark).length;
  return [",", ";", "\t"].reduce((most, mark) => (countOf(mark) > countOf(most) ? mark : most));
}

function readHeadings(headings: RawRow): {
  columns: ReadonlyMap<ImportColumn, number>;
  problems: Problem[];
  notices: Problem[];
} {
  const columns = new Map<ImportColumn, number>();
  const problems: Problem[] = [];
  const unknown: string[] = [];
  for (const [place, heading] of headings.cells.entries()) {
    const column = importColumns.find((name) => name === heading.toLowerCase());
    if (!column) {
      if (heading !== "") unknown.push(heading);
    } else if (columns.has(column)) {
      problems.push(atLine(headings.line, `There are two columns called ${column}. Keep one.`));
    } else columns.set(column, place);
  }
  const missing = neededColumns.filter((column) => !columns.has(column));
  if (missing.length > 0) {
    const names = missing.join(" and ");
    problems.push(
      atLine(
        headings.line,
        `There is no column called ${names}. Give the columns the headings ${importColumns.join(", ")}.`,
      ),
    );
  }
  const notices = unknown.map((heading) =>
    atLine(headings.line, `The column “${shorten(heading)}” is not used.`),
  );
  return { columns, problems, notices };
}

function cellsByColumn(
  row: RawRow,
  columns: ReadonlyMap<ImportColumn, number>,
): Record<ImportColumn, string> {
  const cell = (column: ImportColumn) => row.cells[columns.get(column) ?? -1] ?? "";
  return {
    kind: cell("kind"),
    reference: cell("reference"),
    section: cell("section"),
    text: cell("text"),
    priority: cell("priority"),
    meets: cell("meets"),
    borough: cell("borough"),
    notes: cell("notes"),
  };
}

function tooManyRows(count: number): Problem[] {
  const { rows } = importLimits;
  if (count <= rows) return [];
  const most = formatCount(rows);
  const what = `There are more than ${most} rows. Bring in at most ${most} at a time: split the file.`;
  return [{ where: "The file", what }];
}

function tooManyCells(row: RawRow, headings: number): Problem[] {
  if (row.cells.length <= headings) return [];
  const what = `There are ${row.cells.length} cells but ${headings} headings. Put quotation marks around a text that has a comma in it.`;
  return [atLine(row.line, what)];
}

function noHeadings(): Problem {
  const what = `The file is empty. Begin with the headings ${importColumns.join(", ")}.`;
  return { where: "The file", what };
}

/** Control characters are no text: they come from old programs and break XML. */
function withoutControlCharacters(cell: string): string {
  // oxlint-disable-next-line no-control-regex
  return cell.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, " ").trim();
}
