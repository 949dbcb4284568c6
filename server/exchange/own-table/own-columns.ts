/**
 * The columns of our own tables (CSV and the tracker), one row an item: the import's columns, the other
 * fields, and at the end what makes it come back as it was. docs/export.md describes them.
 */
import { importColumns, type ImportColumn } from "../../../shared/import-columns.ts";

/** Columns that are fields beside an item's own words. */
export const fieldColumns = {
  "as a": "asA",
  "so that": "soThat",
  measure: "measure",
  why: "rationale",
  evidence: "evidence",
  "met when": "metWhen",
} as const;

/** Only our own tables have it: which item a row is. */
export const itemColumn = "needline item";

export const ownColumns = [
  "kind",
  "reference",
  "section",
  "level",
  "text",
  ...(Object.keys(fieldColumns) as (keyof typeof fieldColumns)[]),
  "priority",
  "meets",
  "borough",
  "differs",
  "notes",
  "also known as",
  "not taken forward",
  itemColumn,
  "needline more",
] as const satisfies readonly string[];

export type OwnColumn = (typeof ownColumns)[number] | ImportColumn;

/** One row, with a cell for each column that the table has. */
export type OwnCells = Readonly<Partial<Record<OwnColumn, string>>>;

const allColumns: ReadonlySet<string> = new Set([...ownColumns, ...importColumns]);

export function isOwnColumn(name: string): name is OwnColumn {
  return allColumns.has(name);
}
