/**
 * How a table is to be read: which sheets, where its headings stand, what each column says, and what
 * the words in it mean. Guessed by the server, corrected by a person, and remembered for the next file
 * of the same shape.
 */
import { z } from "zod";
import { allKinds, allPriorities } from "./item-kinds.ts";

/** What a column may say. Several may be used for the same; their words then stand one below the other. */
export const columnUses = [
  "kind",
  "reference",
  "alias",
  "section",
  "text",
  "asA",
  "iNeed",
  "soThat",
  "evidence",
  "metWhen",
  "measure",
  "rationale",
  "priority",
  "meets",
  "raisedBy",
  "notes",
  "removed",
  "extra",
] as const;

export type ColumnUse = (typeof columnUses)[number];

/** What a word in the column of kinds, or of priorities, means; null: nothing, or leave the row out. */
export const tableMapping = z.object({
  /** Names of the sheets to read, one below the other. */
  sheets: z.array(z.string().max(200)).max(200),
  /** Row of the headings, 1 for the first; 0 when there are none. */
  headingRow: z.number().int().min(0).max(1_000),
  /** For each column what it says, or null when it is not used. */
  columns: z.array(z.enum(columnUses).nullable()).max(500),
  /** What rows are when no column says so. */
  kind: z.enum(allKinds),
  /** By the word in the column of kinds, as it is written. */
  kinds: z.record(z.string().max(200), z.enum(allKinds).nullable()),
  priorities: z.record(z.string().max(200), z.enum(allPriorities).nullable()),
  /** A row with words in one place only is the title of a section. */
  titlesBetween: z.boolean(),
});

export type TableMapping = z.infer<typeof tableMapping>;

/** A file as it lies there, for the page where columns are chosen. */
export interface TableView {
  readonly importId: string;
  readonly fileName: string;
  readonly sheets: readonly SheetView[];
  readonly mapping: TableMapping;
  /** The mapping is the one that was used for the last file of this shape. */
  readonly isRemembered: boolean;
  /** What was done about something in the file: how it was read, sheets left out. */
  readonly notices: readonly { readonly where: string; readonly what: string }[];
}

export interface SheetView {
  readonly name: string;
  readonly isHidden: boolean;
  readonly rowCount: number;
  /** The first rows, as words. */
  readonly rows: readonly (readonly string[])[];
  /** For each column the words that stand in it, when there are few, with how often. */
  readonly values: readonly (Readonly<Record<string, number>> | null)[];
}
