/**
 * The tracker workbook: needs, requirements and the rest of the items on sheets of their own, then what
 * meets what, what each borough says, and open comments. Promises that `readOwnSheets` makes the same items
 * of it, and that a spreadsheet runs nothing that is in it.
 */
import type ExcelJS from "exceljs";
import { cutMark } from "../../../shared/cell-text.ts";
import { allPriorities, type Priority } from "../../../shared/item-kinds.ts";
import type { WholeStatement } from "../../../shared/whole-statement.ts";
import { guardCell } from "../own-table/guard-cell.ts";
import {
  aboutSheet,
  trackerFormat,
  trackerSheets,
  type TrackerSheet,
} from "../own-table/tracker-sheets.ts";
import { writeOwnRows, type OwnRow } from "../own-table/write-own-rows.ts";
import { cellValue, readOnlyValue } from "./cell-value.ts";
import { addCommentSheet } from "./comment-sheet.ts";
import { addLinkSheet } from "./link-sheet.ts";
import { bytesOf, newWorkbook } from "./new-workbook.ts";
import { addPositionSheet } from "./position-sheet.ts";
import { filterAll, layOutSheet, letterOf, lookLikeTable, mostLetters } from "./sheet-look.ts";
import { workedOut, type WorkedOutWords } from "./worked-out.ts";

export function writeTracker(whole: WholeStatement): Promise<Uint8Array> {
  const workbook = newWorkbook(whole);
  const words = distinctWords(whole.priorityWords);
  const rows = writeOwnRows(whole, words);
  const more = workedOut(whole);
  const placed = rows.map((row, at) => ({ row, order: at + 1 }));
  for (const sheet of trackerSheets) {
    const theirs = placed.filter(({ row }) => sheet.kinds.some((kind) => kind === row.kind));
    addItemSheet(workbook, sheet, { rows: theirs, more, title: whole.title, words });
  }
  addLinkSheet(workbook, whole);
  addPositionSheet(workbook, whole);
  addCommentSheet(workbook, whole);
  addAboutSheet(workbook, whole, words);
  return bytesOf(workbook);
}

interface ItemRows {
  readonly rows: readonly { readonly row: OwnRow; readonly order: number }[];
  readonly more: WorkedOutWords;
  readonly title: string;
  readonly words: Readonly<Record<Priority, string>> | null;
}

function addItemSheet(
  workbook: ExcelJS.Workbook,
  { name, columns, printed }: TrackerSheet,
  { rows, more, title, words }: ItemRows,
): void {
  const sheet = workbook.addWorksheet(name);
  sheet.columns = columns.map(({ heading, width, isHidden = false }) => ({
    header: heading,
    width,
    hidden: isHidden,
  }));
  for (const { row, order } of rows) {
    sheet.addRow(
      columns.map(({ column }) => {
        if (column === "order") return order;
        if (column === "covered" || column === "met by" || column === "agreement")
          return readOnlyValue(guardCell(more(row["needline item"])[column]));
        return fit(column === "kind" ? row.kind : (row as Partial<Record<string, string>>)[column]);
      }),
    );
  }
  const widths = columns.map(({ width, isHidden = false }) => (isHidden ? 0 : width));
  lookLikeTable(sheet, widths);
  offerPriorities(sheet, columns.findIndex(({ column }) => column === "priority") + 1, words);
  layOutSheet(sheet, { title, frozenColumns: 1 });
  filterAll(sheet, columns.length);
  // exceljs puts a $ before the letters only; without one before the numbers nobody finds the area.
  sheet.pageSetup.printArea = `A$1:${letterOf(printed)}$${sheet.rowCount}`;
}

function fit(words = ""): string {
  if (words.length <= mostLetters) return cellValue(words);
  return cellValue(`${words.slice(0, mostLetters - cutMark.length - 1)} ${cutMark}`);
}

/** A list to choose from, so that what comes back is a priority. */
function offerPriorities(
  sheet: ExcelJS.Worksheet,
  column: number,
  words: Readonly<Record<Priority, string>> | null,
): void {
  const list = allPriorities.map((priority) => words?.[priority] ?? priority).join(",");
  // A list in the formula has at most 255 letters, and no way to quote a comma.
  if (column === 0 || sheet.rowCount < 2 || list.length > 250 || list.split(",").length !== 4)
    return;
  for (let at = 2; at <= sheet.rowCount; at += 1) {
    sheet.getCell(at, column).dataValidation = {
      type: "list",
      allowBlank: true,
      formulae: [`"${list.replaceAll('"', '""')}"`],
    };
  }
}

/** The statement's own words, while they can be told apart when they come back. */
function distinctWords(
  words: Readonly<Record<Priority, string>>,
): Readonly<Record<Priority, string>> | null {
  const said = new Set(Object.values(words).map((word) => word.trim().toLowerCase()));
  return said.size === allPriorities.length && !said.has("") ? words : null;
}

function addAboutSheet(
  workbook: ExcelJS.Workbook,
  { statementId, title, version, at }: WholeStatement,
  words: Readonly<Record<Priority, string>> | null,
): void {
  const sheet = workbook.addWorksheet(aboutSheet, { state: "veryHidden" });
  const rows: [string, string][] = [
    ["format", trackerFormat],
    ["version", "1"],
    ["statement", statementId],
    ["title", cellValue(guardCell(title))],
    ["at", at],
    ["kept version", version === null ? "" : String(version.number)],
    ...allPriorities.map((priority): [string, string] => [
      `priority ${priority}`,
      cellValue(words?.[priority] ?? priority),
    ]),
  ];
  sheet.addRows(rows);
}
