/**
 * From the bytes of an Excel workbook to the cells of its sheets. Promises that nothing in it is run or
 * fetched: a formula counts for the value that Excel last worked out.
 */
import ExcelJS from "exceljs";
import { Refusal, type Problem } from "../../../shared/refusal.ts";
import { tableLimits, type Cell, type Sheet, type SheetRow, type Tables } from "../table/sheet.ts";
import type { Tell } from "../work/progress.ts";
import { cleanWorkbook } from "./clean-package.ts";
import { readCell } from "./read-cell.ts";

/** What exceljs may pass over: some of it costs it seconds for each full column, none of it is a cell. */
const passedOver = [
  "dataValidations",
  "conditionalFormatting",
  "autoFilter",
  "drawing",
  "picture",
  "tableParts",
  "extLst",
  "pageSetup",
  "headerFooter",
  "rowBreaks",
  "sheetProtection",
];

/** @throws Refusal `bad-input`, `too-large` with what to do */
export async function readWorkbook(bytes: Uint8Array, tell: Tell): Promise<Tables> {
  const clean = await cleanWorkbook(bytes);
  tell({ doing: "Reading the workbook", done: null });
  const workbook = await load(clean.bytes);
  const notices: Problem[] = [...clean.notices];
  const sheets = workbook.worksheets.map((worksheet) => readSheet(worksheet, notices));
  const count = sheets.reduce((sum, { rows }) => sum + rows.length, 0);
  if (count === 0) throw new Refusal("bad-input", "The workbook is empty: no cell says anything.");
  return {
    format: "xlsx",
    title: typeof workbook.title === "string" ? workbook.title : "",
    sheets: sheets.filter(({ rows }) => rows.length > 0),
    notices,
  };
}

async function load(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  try {
    // The types ask for a Buffer of an older Node.
    await workbook.xlsx.load(bytes as never, { ignoreNodes: passedOver });
  } catch {
    throw new Refusal(
      "bad-input",
      "This workbook cannot be read. Open it in Excel, save it again as “Excel Workbook (.xlsx)”, then choose it.",
    );
  }
  return workbook;
}

function readSheet(worksheet: ExcelJS.Worksheet, notices: Problem[]): Sheet {
  const rows: SheetRow[] = [];
  const unsaid = { formulas: 0 };
  worksheet.eachRow((row, number) => {
    const cells: Cell[] = [];
    row.eachCell((cell, column) => {
      if (column > tableLimits.columns) return;
      const read = readCell(cell);
      if (read === null) unsaid.formulas += 1;
      while (cells.length < column - 1) cells.push("");
      cells.push(read ?? "");
    });
    if (cells.some((cell) => typeof cell !== "string" || cell.trim() !== ""))
      rows.push({ number, cells });
  });
  if (unsaid.formulas > 0)
    notices.push({
      where: worksheet.name,
      what: `${unsaid.formulas} ${unsaid.formulas === 1 ? "cell has a formula" : "cells have formulas"} without a value. Open the file in Excel and save it, so that the values are in it.`,
    });
  return { name: worksheet.name, isHidden: worksheet.state !== "visible", rows };
}
