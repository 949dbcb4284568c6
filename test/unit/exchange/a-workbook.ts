/** Workbooks for tests, as Excel would save them. */
import ExcelJS from "exceljs";
import { unzipSync, zipSync } from "fflate";
import { readWorkbook } from "../../../server/exchange/xlsx/read-workbook.ts";
import type { Tables } from "../../../server/exchange/table/sheet.ts";
import { Refusal } from "../../../shared/refusal.ts";

export async function aWorkbook(
  fill: (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void,
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook.addWorksheet("Needs"), workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** The same workbook with a part put in, or changed. */
export function withPart(
  bytes: Uint8Array,
  name: string,
  change: (xml: string) => string | Uint8Array,
): Uint8Array {
  const files = unzipSync(bytes);
  const made = change(new TextDecoder().decode(files[name] ?? new Uint8Array()));
  files[name] = typeof made === "string" ? new TextEncoder().encode(made) : new Uint8Array(made);
  return zipSync(files);
}

export function reads(bytes: Uint8Array): Promise<Tables> {
  return readWorkbook(bytes, () => {});
}

/** What it is refused with, or "" when it is read. */
export async function refusalOf(bytes: Uint8Array): Promise<string> {
  try {
    await reads(bytes);
    return "";
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.message;
  }
}
