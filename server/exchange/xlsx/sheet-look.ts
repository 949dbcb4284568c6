/** How our sheets look: heads that stay, columns wide enough, words that wrap, pages that print. */
import type ExcelJS from "exceljs";

const accent = "FF0B5C55";
const edge = "FFD8DDE1";
/** The page's shade for what one can fill in. */
const toFillIn = "FFFFF8E1";

const thin: Partial<ExcelJS.Border> = { style: "thin", color: { argb: edge } };
const cellBorder: Partial<ExcelJS.Borders> = {
  top: thin,
  bottom: thin,
  left: thin,
  right: thin,
};

export const fillIn: ExcelJS.Fill = {
  type: "pattern",
  pattern: "solid",
  fgColor: { argb: toFillIn },
};

export const bodyFont: Partial<ExcelJS.Font> = { name: "Arial", size: 10 };

/** Excel's most letters in a cell. */
export const mostLetters = 32_767;

export function lookLikeHead(row: ExcelJS.Row): void {
  row.eachCell({ includeEmpty: true }, (cell) => {
    cell.font = { ...bodyFont, bold: true, color: { argb: "FFFFFFFF" } };
    cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: accent } };
    cell.alignment = { vertical: "middle", wrapText: true };
    cell.border = cellBorder;
  });
  row.height = 30;
}

export function lookLikeBody(cell: ExcelJS.Cell): void {
  cell.font = bodyFont;
  cell.alignment = { vertical: "top", wrapText: true };
  cell.border = cellBorder;
}

/** @param widths of its columns, in characters; 0 for one that is hidden */
export function lookLikeTable(sheet: ExcelJS.Worksheet, widths: readonly number[]): void {
  sheet.eachRow((row, number) => {
    if (number === 1) lookLikeHead(row);
    else {
      row.eachCell({ includeEmpty: true }, lookLikeBody);
      fitHeight(row, widths);
    }
  });
}

/** "A" for the first column; there are fewer than 26. */
export function letterOf(column: number): string {
  return String.fromCharCode(64 + column);
}

/** The head stays in sight and is printed on every page; a page is as wide as the sheet. */
export function layOutSheet(
  sheet: ExcelJS.Worksheet,
  { title, frozenColumns }: { readonly title: string; readonly frozenColumns: number },
): void {
  sheet.views = [{ state: "frozen", ySplit: 1, xSplit: frozenColumns, activeCell: "A2" }];
  sheet.pageSetup = {
    paperSize: 9,
    orientation: "landscape",
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: "1:1",
    margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
  };
  // In a footer & begins a code.
  const name = title.replaceAll("&", "&&").slice(0, 100);
  sheet.headerFooter.oddFooter = `&L&8 ${name}&C&8 &A&R&8 Page &P of &N`;
}

/** Filters on every column that has a heading. */
export function filterAll(sheet: ExcelJS.Worksheet, columns: number): void {
  sheet.autoFilter = {
    from: { row: 1, column: 1 },
    to: { row: Math.max(1, sheet.rowCount), column: columns },
  };
}

/** Points of a line, and what stands above and below the words. */
const linePoints = 13;
const aroundPoints = 5;
/** Excel's tallest row. */
const tallestPoints = 409;

/**
 * Makes a row as tall as its words need. A spreadsheet does that by itself only when somebody edits the
 * row, and LibreOffice not at all for what it opens.
 */
export function fitHeight(row: ExcelJS.Row, widths: readonly number[]): void {
  const lines = widths.map((width, at) => linesOf(row.getCell(at + 1).value, width));
  row.height = Math.min(tallestPoints, Math.max(...lines, 1) * linePoints + aroundPoints);
}

/** A column's width is counted in the digits of a larger type; words break at spaces. */
function linesOf(value: ExcelJS.CellValue, width: number): number {
  if (typeof value !== "string" || width <= 0) return 1;
  const letters = Math.max(4, width * 1.2 - 2);
  return value
    .split("\n")
    .reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / letters)), 0);
}
