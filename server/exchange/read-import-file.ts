/** From the bytes of a CSV file to rows to bring in, with everything that is wrong with them. Never throws for what is in a file. */
import { decodeText } from "./csv/decode-text.ts";
import { unreadable, type ImportFile } from "./import-rows.ts";
import { readRows } from "./read-rows.ts";
import { readTable } from "./read-table.ts";

export function readImportFile(bytes: Uint8Array): ImportFile {
  const decoded = decodeText(bytes);
  if (decoded.state === "unreadable") return unreadable(decoded.what);
  const file = readRows(readTable(decoded.text));
  if (decoded.encoding === "UTF-8") return file;
  const notice = {
    where: "The file",
    what: "The file is not UTF-8, so it was read as Windows-1252. Check letters like £ and é in the preview.",
  };
  return { ...file, notices: [notice, ...file.notices] };
}
