/** What the page shows of a file of tables so that somebody can say what its columns mean. */
import type { SheetView } from "../../../shared/table-mapping.ts";
import { digestOf } from "../../../shared/canonical.ts";
import { cellWords, type Sheet, type Tables } from "./sheet.ts";

/** Rows that show what a table is like. */
const shown = 20;
/** More different words than this are not a choice among few. */
const mostValues = 30;
/** Letters of one cell. */
const mostLetters = 160;

export function viewSheets({ sheets }: Tables): SheetView[] {
  return sheets.map((sheet) => ({
    name: sheet.name,
    isHidden: sheet.isHidden,
    rowCount: sheet.rows.length,
    rows: firstRows(sheet),
    values: valuesOf(sheet),
  }));
}

/**
 * The same for files that are laid out alike: the names of their sheets and the words of their headings.
 * @param headingRow as it was guessed
 */
export function shapeOf(tables: Tables, headingRow: number): string {
  const headings = tables.sheets.map(({ name, rows }) => {
    const row = rows.find(({ number }) => number === headingRow) ?? rows[0];
    return [name, (row?.cells ?? []).map((cell) => cellWords(cell).toLowerCase())];
  });
  return digestOf([tables.format, headings]);
}

/** By their numbers: what stands in no row is an empty one. */
function firstRows({ rows }: Sheet): string[][] {
  const first: string[][] = [];
  for (const { number, cells } of rows) {
    if (number > shown) break;
    while (first.length < number - 1) first.push([]);
    first.push(
      cells.map((cell) => {
        const words = cellWords(cell);
        return words.length > mostLetters ? `${words.slice(0, mostLetters)}…` : words;
      }),
    );
  }
  return first;
}

function valuesOf({ rows }: Sheet): (Record<string, number> | null)[] {
  const counts: (Map<string, number> | null)[] = [];
  for (const { cells } of rows) {
    for (const [at, cell] of cells.entries()) {
      counts[at] ??= counts[at] === null ? null : new Map();
      const words = cellWords(cell);
      const column = counts[at];
      if (!column || words === "") continue;
      column.set(words, (column.get(words) ?? 0) + 1);
      if (words.length > 200 || column.size > mostValues) counts[at] = null;
    }
  }
  return Array.from(counts, (column) => (column ? Object.fromEntries(column) : null));
}
