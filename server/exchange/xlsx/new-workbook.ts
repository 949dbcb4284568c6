/** An empty workbook that says nothing of who made it, and nothing of the clock. */
import ExcelJS from "exceljs";
import type { WholeStatement } from "../../../shared/whole-statement.ts";

export function newWorkbook({ title, at }: Pick<WholeStatement, "title" | "at">): ExcelJS.Workbook {
  const workbook = new ExcelJS.Workbook();
  const made = new Date(at);
  workbook.creator = "Needline";
  workbook.lastModifiedBy = "Needline";
  workbook.created = made;
  workbook.modified = made;
  workbook.title = title;
  return workbook;
}

export async function bytesOf(workbook: ExcelJS.Workbook): Promise<Uint8Array> {
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
