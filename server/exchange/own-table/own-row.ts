/** One row of our own tables as it comes back. */
import { cutMark, readCellText } from "../../../shared/cell-text.ts";
import type { Priority } from "../../../shared/item-kinds.ts";
import type { Problem } from "../../../shared/refusal.ts";
import type { RichText } from "../../../shared/rich-text.ts";
import { unguardCell } from "./guard-cell.ts";
import type { OwnCells, OwnColumn } from "./own-columns.ts";

export interface OwnTableRow {
  /** "Line 12", "Row 12 of Needs". */
  readonly where: string;
  /** As they stand in the file; a column that the table does not have is absent. */
  readonly cells: OwnCells;
}

export interface OwnTableAbout {
  readonly format: "csv" | "xlsx";
  readonly title: string;
  /** What the file prints for each priority, where it says so. */
  readonly priorityWords?: Readonly<Record<Priority, string>>;
}

/** A row, what it is part of, and where what is wrong with it is told. */
export class Row {
  readonly where: string;
  readonly about: OwnTableAbout;
  readonly #cells: OwnCells;
  readonly #problems: Problem[];

  constructor({ where, cells }: OwnTableRow, about: OwnTableAbout, problems: Problem[]) {
    this.where = where;
    this.about = about;
    this.#cells = cells;
    this.#problems = problems;
  }

  get isEmpty(): boolean {
    return Object.values(this.#cells).every((cell) => (cell ?? "").trim() === "");
  }

  has(column: OwnColumn): boolean {
    return this.#cells[column] !== undefined;
  }

  get(column: OwnColumn): string {
    return unguardCell(this.#cells[column] ?? "").replace(/\r\n?/g, "\n");
  }

  /** What `make` makes of the cell's words; nothing when the table does not have them, or not all of them. */
  text<Made extends object>(column: OwnColumn, make: (text: RichText) => Made): Made | object {
    const cell = this.get(column);
    if (!this.has(column) || cell.trimEnd().endsWith(cutMark)) return {};
    return make(readCellText(cell));
  }

  problem(what: string): void {
    this.#problems.push({ where: this.where, what });
  }
}
