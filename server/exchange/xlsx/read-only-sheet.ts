/** A sheet of the tracker that is there to read: its words do not come back in. */
import type ExcelJS from "exceljs";
import { guardCell } from "../own-table/guard-cell.ts";
import { readOnlyValue } from "./cell-value.ts";
import { filterAll, layOutSheet, lookLikeTable } from "./sheet-look.ts";

export interface ReadOnlyColumn {
  readonly heading: string;
  /** In characters. */
  readonly width: number;
}

export function addReadOnlySheet(
  workbook: ExcelJS.Workbook,
  about: { readonly name: string; readonly title: string; readonly frozenColumns: number },
  columns: readonly ReadOnlyColumn[],
  rows: readonly (readonly string[])[],
): void {
  const sheet = workbook.addWorksheet(about.name);
  sheet.columns = columns.map(({ heading, width }) => ({
    header: readOnlyValue(guardCell(heading)),
    width,
  }));
  for (const row of rows) sheet.addRow(row.map((words) => readOnlyValue(guardCell(words))));
  lookLikeTable(
    sheet,
    columns.map(({ width }) => width),
  );
  layOutSheet(sheet, about);
  filterAll(sheet, columns.length);
}
