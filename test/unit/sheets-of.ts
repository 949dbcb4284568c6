/** The sheets of a workbook as cells of words, for tests of what we write. */
import ExcelJS from "exceljs";
import type { OwnSheet } from "../../server/exchange/own-table/read-own-sheets.ts";

export async function sheetsOf(bytes: Uint8Array): Promise<OwnSheet[]> {
  const workbook = new ExcelJS.Workbook();
  // The types ask for a Buffer of an older Node.
  await workbook.xlsx.load(bytes as never);
  return workbook.worksheets.map((sheet) => ({
    name: sheet.name,
    rows: Array.from({ length: sheet.rowCount }, (_, at) => ({
      number: at + 1,
      cells: Array.from({ length: sheet.columnCount }, (__, column) => {
        // LibreOffice saves words of several scripts in several pieces.
        return sheet.getRow(at + 1).getCell(column + 1).text;
      }),
    })),
  }));
}
