/** By what a supplier response workbook is known again when somebody chooses it for an import. */
import type ExcelJS from "exceljs";

/** Excel, LibreOffice and Google Sheets keep named cells when they save. */
const definedName = "NEEDLINE_SUPPLIER_RESPONSE";
const category = "Needline supplier response";

/** @param cell what the name is of: `Instructions!$A$1` */
export function markAsSupplierResponse(workbook: ExcelJS.Workbook, cell: string): void {
  workbook.definedNames.add(cell, definedName);
  workbook.category = category;
}
