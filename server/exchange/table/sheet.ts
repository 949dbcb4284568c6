/** A file of tables as it was read, before anybody said what its columns mean. */
import type { RichText } from "../../../shared/rich-text.ts";
import type { Problem } from "../../../shared/refusal.ts";

/** Words; or a rich text where the cell is formatted. "" for nothing. */
export type Cell = string | RichText;

export interface SheetRow {
  /** Row of the sheet or line of the file, 1 for the first. */
  readonly number: number;
  readonly cells: readonly Cell[];
}

export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Those in which something stands. */
  readonly rows: readonly SheetRow[];
}

export interface Tables {
  readonly format: "csv" | "xlsx";
  readonly title: string;
  readonly sheets: readonly Sheet[];
  readonly notices: readonly Problem[];
}

export const tableLimits = {
  /** Rows of all sheets together, headings among them. */
  rows: 10_050,
  columns: 200,
  /** Letters in one cell: what a workbook may hold. */
  cell: 32_767,
} as const;

export function cellWords(cell: Cell | undefined): string {
  if (cell === undefined) return "";
  if (typeof cell === "string") return cell.trim();
  const lines = cell.content.map((node) =>
    (node.content ?? []).map(({ text = "" }) => text).join(""),
  );
  return lines.join("\n").trim();
}

/** Words without what is no text: control characters come from old programs and break XML. */
export function cleanWords(words: string): string {
  const even = words.toWellFormed().replace(/\r\n?/g, "\n");
  // oxlint-disable-next-line no-control-regex
  return even.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, " ");
}
