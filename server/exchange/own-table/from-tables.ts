/** Our own CSV file or tracker workbook among the tables that come in: known by the column that says which item a row is. */
import type { Priority } from "../../../shared/item-kinds.ts";
import type { ProposedFile } from "../../../shared/proposed-file.ts";
import { cellWords, type Sheet, type Tables } from "../table/sheet.ts";
import { isOwnColumn, itemColumn, type OwnCells } from "./own-columns.ts";
import type { OwnTableRow } from "./own-row.ts";
import { readOwnTable } from "./read-own-table.ts";

/** Where the tracker keeps what it is. */
const aboutSheet = "Needline";
const orderColumn = "order";

interface Ordered extends OwnTableRow {
  /** As the tracker says, or null. */
  readonly order: number | null;
}

/** Null for a table of anybody else. */
export function fromOwnTable(tables: Tables): ProposedFile | null {
  const rows = tables.sheets.flatMap((sheet) => rowsOf(sheet, tables));
  if (rows.length === 0) return null;
  const about = aboutOf(tables);
  const file = readOwnTable(inOrder(rows), about);
  return { ...file, notices: [...tables.notices, ...file.notices] };
}

function rowsOf({ name, rows }: Sheet, { format }: Tables): Ordered[] {
  const [heading, ...rest] = rows;
  const columns = (heading?.cells ?? []).map((cell) => cellWords(cell).toLowerCase());
  if (!columns.includes(itemColumn)) return [];
  return rest.map(({ number, cells }) => {
    const own: { -readonly [Column in keyof OwnCells]: OwnCells[Column] } = {};
    let order: number | null = null;
    for (const [at, column] of columns.entries()) {
      const cell = cells[at] ?? "";
      const words = typeof cell === "string" ? cell : cellWords(cell);
      if (isOwnColumn(column)) own[column] = words;
      else if (column === orderColumn) order = words.trim() === "" ? null : Number(words);
    }
    const where = format === "csv" ? `Line ${number}` : `Row ${number} of ${name}`;
    return { where, cells: own, order: Number.isFinite(order) ? order : null };
  });
}

/** A row without a number stays behind the one above it. */
function inOrder(rows: readonly Ordered[]): Ordered[] {
  let last = 0;
  return rows
    .map((row) => {
      last = row.order ?? last;
      return { row, at: last };
    })
    .toSorted((a, b) => a.at - b.at)
    .map(({ row }) => row);
}

function aboutOf({ format, title, sheets }: Tables): {
  format: "csv" | "xlsx";
  title: string;
  priorityWords?: Readonly<Record<Priority, string>>;
} {
  const rows = sheets.find(({ name }) => name === aboutSheet)?.rows ?? [];
  const said = new Map(rows.map(({ cells: [name, value] }) => [cellWords(name), cellWords(value)]));
  const word = (priority: Priority) => said.get(`priority ${priority}`);
  const [must, should, could, wont] = [word("must"), word("should"), word("could"), word("wont")];
  const words =
    must && should && could && wont ? { priorityWords: { must, should, could, wont } } : {};
  return { format, title: said.get("title") ?? title, ...words };
}
