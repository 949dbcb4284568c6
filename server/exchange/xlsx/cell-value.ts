/** Words as a workbook holds them. Promises that Excel, LibreOffice and our import read the same words again. */
import { mostLetters } from "./sheet-look.ts";

/** `_x0007_` stands for a letter that XML cannot hold, and `_x005F_` for a `_` that would begin such a code. */
export function cellValue(words: string): string {
  return (
    words
      .toWellFormed()
      .replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_")
      // oxlint-disable-next-line no-control-regex -- these are meant
      .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, codeOf)
  );
}

/** The same for words that do not come back in: cut where a cell ends. */
export function readOnlyValue(words: string): string {
  return cellValue(
    words.length <= mostLetters ? words : `${words.slice(0, mostLetters - 1).toWellFormed()}…`,
  );
}

function codeOf(letter: string): string {
  return `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
}
