/** The first sheet of the supplier response workbook: what it is and how to fill it in. */
import type ExcelJS from "exceljs";
import { wordsOfDay } from "../../../shared/day.ts";
import type { Priority } from "../../../shared/item-kinds.ts";
import type { VersionName } from "../../../shared/whole-statement.ts";
import { guardCell } from "../own-table/guard-cell.ts";
import { answerSheetName } from "./answer-sheet.ts";
import { readOnlyValue } from "./cell-value.ts";
import { bodyFont, layOutSheet } from "./sheet-look.ts";

export interface Instructions {
  readonly title: string;
  /** Its name stays inside: it was written for the boroughs. */
  readonly version: VersionName | null;
  readonly at: string;
  /** Those that are in it, with the statement's words. */
  readonly priorities: readonly { readonly priority: Priority; readonly word: string }[];
  readonly requirements: number;
  /** Letter of the column with the answers. */
  readonly answerColumn: string;
}

const meanings: Readonly<Record<Priority, string>> = {
  must: "We cannot buy a service that does not do this.",
  should: "We expect this. Explain if you do it in another way.",
  could: "We would like this.",
  wont: "We do not ask for this.",
};

const steps: readonly (readonly [string, string])[] = [
  ["1", `Go to the sheet “${answerSheetName}”. It has a row for each requirement.`],
  ["2", "In “Do you meet it?” choose Fully, Partly or No from the list."],
  ["3", "In “How you meet it” name the product, module, service or process that does it."],
  ["4", "In “Explanation” say what we should know. The number of words is counted beside it."],
  ["5", "In “Evidence” say where we can see it: a page, a document, a customer we may ask."],
  ["6", "Save the file as an Excel workbook and send it back as the invitation says."],
];

const answerWords: readonly (readonly [string, string])[] = [
  ["Fully", "You meet all of it today, without changes."],
  ["Partly", "You meet some of it, or all of it with changes. Say which in the explanation."],
  ["No", "You do not meet it."],
];

export function addInstructions(workbook: ExcelJS.Workbook, about: Instructions): void {
  const sheet = workbook.addWorksheet("Instructions");
  sheet.columns = [{ width: 16 }, { width: 84 }];
  addHeading(sheet, about.title === "" ? "Requirements" : about.title, 18);
  addLine(sheet, "Supplier response", 12);
  addLine(sheet, versionWords(about), 10);
  sheet.addRow([]);
  addHeading(sheet, "How to fill this in", 13);
  addPairs(sheet, steps);
  sheet.addRow([]);
  addLine(
    sheet,
    "You can write in the yellow cells only. The other cells are protected, so that every answer stands beside the words it answers.",
    10,
  );
  sheet.addRow([]);
  addHeading(sheet, "What the answers mean", 13);
  addPairs(sheet, answerWords);
  if (about.priorities.length > 0) {
    sheet.addRow([]);
    addHeading(sheet, "What the priorities mean", 13);
    addPairs(
      sheet,
      about.priorities.map(
        ({ priority, word }) => [readOnlyValue(word), meanings[priority]] as const,
      ),
    );
  }
  sheet.addRow([]);
  addHeading(sheet, "Your progress", 13);
  addProgress(sheet, about);
  layOutSheet(sheet, { title: about.title, frozenColumns: 0 });
  sheet.views = [{ state: "normal", showGridLines: false, activeCell: "A1" }];
  sheet.pageSetup.orientation = "portrait";
  delete sheet.pageSetup.printTitlesRow;
  void sheet.protect("", { selectLockedCells: true, selectUnlockedCells: true, formatRows: true });
}

function versionWords({ version, at }: Instructions): string {
  const day = wordsOfDay(at.slice(0, 10));
  if (version === null) return `As of ${day}`;
  return version.issued === null
    ? `Version ${version.number}, ${day}`
    : `Issued version ${version.issued}, ${day}`;
}

function addProgress(sheet: ExcelJS.Worksheet, { requirements, answerColumn }: Instructions): void {
  const cells = `${answerSheetName}!${answerColumn}2:${answerColumn}${requirements + 1}`;
  const row = sheet.addRow([
    "Answered",
    {
      formula: `COUNTA(${cells})&" of ${requirements} requirements"`,
      result: `0 of ${requirements} requirements`,
    },
  ]);
  row.eachCell((cell) => {
    cell.font = bodyFont;
  });
  row.getCell(1).font = { ...bodyFont, bold: true };
}

function addHeading(sheet: ExcelJS.Worksheet, words: string, size: number): void {
  const row = sheet.addRow([readOnlyValue(guardCell(words))]);
  row.getCell(1).font = { ...bodyFont, bold: true, size };
  // A merged cell does not grow with its words: about 100 letters of size 10 fit across.
  row.height = Math.ceil((words.length * size) / 1_000) * size * 1.5;
  mergeAcross(sheet);
}

function addLine(sheet: ExcelJS.Worksheet, words: string, size: number): void {
  const row = sheet.addRow([words]);
  row.getCell(1).font = { ...bodyFont, size };
  mergeAcross(sheet);
  row.height = Math.ceil((words.length * size) / 1_000) * size * 1.5;
}

function mergeAcross(sheet: ExcelJS.Worksheet): void {
  const at = sheet.rowCount;
  sheet.mergeCells(at, 1, at, 2);
  sheet.getCell(at, 1).alignment = { wrapText: true, vertical: "top" };
}

function addPairs(sheet: ExcelJS.Worksheet, pairs: readonly (readonly [string, string])[]): void {
  for (const [name, words] of pairs) {
    const row = sheet.addRow([name, words]);
    row.getCell(1).font = { ...bodyFont, bold: true };
    row.getCell(2).font = bodyFont;
    row.eachCell((cell) => {
      cell.alignment = { wrapText: true, vertical: "top", horizontal: "left" };
    });
  }
}
