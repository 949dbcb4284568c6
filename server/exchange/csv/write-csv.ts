/**
 * A statement as CSV: one row an item, in its order. Promises that `readOwnTable` makes the same items of
 * it, and that a spreadsheet runs nothing that is in it.
 */
import { stringify } from "csv-stringify/sync";
import type { WholeStatement } from "../../../shared/whole-statement.ts";
import { ownColumns } from "../own-table/own-columns.ts";
import { writeOwnRows } from "../own-table/write-own-rows.ts";

export function writeCsv(whole: WholeStatement): Uint8Array {
  const rows = writeOwnRows(whole).map((row) => ownColumns.map((column) => row[column]));
  // Excel takes a file without the mark for Windows-1252; RFC 4180 wants CRLF between rows.
  const csv = stringify([[...ownColumns], ...rows], { bom: true, record_delimiter: "windows" });
  return new TextEncoder().encode(csv);
}
