/**
 * From the bytes of a CSV file (RFC 4180; commas, semicolons or tabs) to its cells. Promises the line on
 * which each row begins, also where a cell holds several lines, and to stop reading once a file has more
 * rows than may come in.
 */
import { CsvError, parse } from "csv-parse/sync";
import { Refusal } from "../../../shared/refusal.ts";
import { cleanWords, tableLimits, type SheetRow, type Tables } from "../table/sheet.ts";
import { decodeText } from "./decode-text.ts";

/** @throws Refusal `bad-input` with what to do */
export function readCsvTable(bytes: Uint8Array): Tables {
  const decoded = decodeText(bytes);
  if (decoded.state === "unreadable") throw unreadable("The file", decoded.what);
  const rows = parseRows(decoded.text);
  const notices =
    decoded.encoding === "UTF-8"
      ? []
      : [
          {
            where: "The file",
            what: "The file is not UTF-8, so it was read as Windows-1252. Check letters like £ and é in the preview.",
          },
        ];
  return { format: "csv", title: "", sheets: [{ name: "", isHidden: false, rows }], notices };
}

function parseRows(text: string): SheetRow[] {
  const rows: SheetRow[] = [];
  let lastLine = 0;
  try {
    parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      to: tableLimits.rows + 1,
      max_record_size: 512 * 1024,
      on_record(cells: string[], { lines }) {
        const number = lastLine + 1;
        lastLine = lines;
        const cleaned = cells.slice(0, tableLimits.columns).map(cleanWords);
        if (cleaned.some((cell) => cell.trim() !== "")) rows.push({ number, cells: cleaned });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw unreadable(`Line ${lastLine + 1}`, adviceFor(error));
  }
  return rows;
}

function adviceFor(error: CsvError): string {
  switch (error.code) {
    case "CSV_QUOTE_NOT_CLOSED":
      return "A quotation mark is opened here and never closed. Close it, or take it out.";
    case "CSV_INVALID_CLOSING_QUOTE":
    case "INVALID_OPENING_QUOTE":
      return "The quotation marks do not pair up. Put one before and one after the whole cell, and write each one inside it twice.";
    case "CSV_MAX_RECORD_SIZE":
      return "This row is too long. Look for a quotation mark that is not closed.";
    default:
      return "This row cannot be read. Save the file again as “CSV UTF-8”.";
  }
}

/** The mark that stands most often in the headings. Excel writes semicolons in some countries. */
function delimiterOf(text: string): string {
  const headings = /^[^\r\n]*/.exec(text)?.[0] ?? "";
  const countOf = (mark: string) => headings.split(mark).length;
  return [",", ";", "\t"].reduce((most, mark) => (countOf(mark) > countOf(most) ? mark : most));
}

function unreadable(where: string, what: string): Refusal {
  return new Refusal("bad-input", "This file could not be read.", [{ where, what }]);
}
