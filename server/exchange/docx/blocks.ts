/** A Word file's body as plain data: paragraphs and tables in order, as the file reads when its tracked changes are accepted, or rejected. */
import type { Mark } from "../../../shared/rich-text.ts";
import type { ListPlace } from "./read-numbering.ts";

/** Which way tracked changes are read. */
export type View = "accepted" | "rejected";

export type Block = Paragraph | Table;

/** Words with one look. "\n" is a line break inside the paragraph, "\t" a tab. */
export interface Piece {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Printed by our own export around the text: "Measure:". */
  readonly label?: true;
  /** A bookmark that begins here; such a piece has no words. */
  readonly bookmark?: string;
}

export interface Paragraph {
  readonly type: "paragraph";
  /** For people: "Paragraph 4". */
  readonly where: string;
  /** Of its style: `styleKey`. */
  readonly style: string;
  /** 1 to 9, or null. */
  readonly heading: number | null;
  readonly list: ListPlace | null;
  readonly pieces: readonly Piece[];
  /** Every word is bold, by its style or by hand. */
  readonly bold: boolean;
  /** Who made the tracked changes in it. */
  readonly authors: readonly string[];
  /** Ids of the comments that begin in it. */
  readonly comments: readonly string[];
}

export interface Table {
  readonly type: "table";
  readonly where: string;
  /** Of its style: `styleKey`. */
  readonly style: string;
  readonly rows: readonly Row[];
  /** Bookmarks that begin between its rows or right before it. */
  readonly bookmarks: readonly string[];
}

export interface Row {
  readonly where: string;
  /** Repeated on each page, as headings are. */
  readonly header: boolean;
  readonly cells: readonly Cell[];
}

export interface Cell {
  /** Its first column, counted from 0. */
  readonly column: number;
  readonly colspan: number;
  /** Rows that it covers; 0 for one that continues the cell above. */
  readonly rowspan: number;
  readonly blocks: readonly Block[];
}

/** All paragraphs of a block, those in its cells too. */
export function paragraphsOf(block: Block): readonly Paragraph[] {
  if (block.type === "paragraph") return [block];
  return block.rows.flatMap(({ cells }) =>
    cells.flatMap(({ blocks }) => blocks.flatMap(paragraphsOf)),
  );
}

/** The words in one line. */
export function lineOf(block: Block): string {
  return paragraphsOf(block)
    .map(({ pieces }) => pieces.map(({ text }) => text).join(""))
    .join(" ")
    .replace(/\s+/g, " ")
    .trim();
}

export function cellLine({ blocks }: Cell): string {
  return blocks.map(lineOf).join(" ").trim();
}

/** A style whatever a program makes of its name: "List Continue 2" and "ListContinue2" are one. */
export function styleKey(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, "");
}
