/**
 * The sheets of the tracker that hold items, and their headings: written and read by this one table.
 * A heading that is not here, or that says `null`, is to read only.
 */
import type { ItemKind } from "../../../shared/item-kinds.ts";
import { isOwnColumn, type OwnColumn } from "./own-columns.ts";

/** Worked out from the rest, and not read back. */
export type WorkedOut = "covered" | "met by" | "agreement";

export interface TrackerColumn {
  readonly heading: string;
  readonly column: OwnColumn | WorkedOut | "order";
  /** In characters. */
  readonly width: number;
  readonly isHidden?: boolean;
}

export interface TrackerSheet {
  readonly name: string;
  readonly kinds: readonly ItemKind[];
  readonly columns: readonly TrackerColumn[];
  /** How many of them are printed: with all of them a page could not be read. */
  readonly printed: number;
}

const reference = { heading: "Reference", column: "reference", width: 11 } as const;
const section = { heading: "Section", column: "section", width: 22 } as const;
const priority = { heading: "Priority", column: "priority", width: 11 } as const;
const borough = { heading: "Raised by", column: "borough", width: 18 } as const;
const differs = { heading: "Differs", column: "differs", width: 32 } as const;
const agreement = { heading: "Agreement", column: "agreement", width: 20 } as const;
const metBy = { heading: "Met by", column: "met by", width: 18 } as const;
const kept = [
  { heading: "Notes", column: "notes", width: 26 },
  { heading: "Also known as", column: "also known as", width: 15 },
  { heading: "Not taken forward", column: "not taken forward", width: 20 },
] as const;
/** What brings a row back to its item and its place. */
const own = [
  { heading: "Order", column: "order", width: 8, isHidden: true },
  { heading: "Needline item", column: "needline item", width: 24, isHidden: true },
  { heading: "Needline more", column: "needline more", width: 24, isHidden: true },
] as const;
const kind = { heading: "Kind", column: "kind", width: 12 } as const;
const hiddenKind = { ...kind, isHidden: true };

export const trackerSheets: readonly TrackerSheet[] = [
  {
    name: "Needs",
    kinds: ["need"],
    printed: 10,
    columns: [
      reference,
      section,
      { heading: "As a", column: "as a", width: 20 },
      { heading: "I need to", column: "text", width: 40 },
      { heading: "So that", column: "so that", width: 34 },
      priority,
      { heading: "Covered", column: "covered", width: 18 },
      metBy,
      borough,
      agreement,
      differs,
      { heading: "Evidence", column: "evidence", width: 32 },
      { heading: "Met when", column: "met when", width: 32 },
      ...kept,
      hiddenKind,
      ...own,
    ],
  },
  {
    name: "Requirements",
    kinds: ["requirement"],
    printed: 7,
    columns: [
      reference,
      section,
      { heading: "Requirement", column: "text", width: 60 },
      priority,
      { heading: "Measure", column: "measure", width: 34 },
      { heading: "Meets", column: "meets", width: 24 },
      agreement,
      borough,
      differs,
      { heading: "Why", column: "why", width: 32 },
      ...kept,
      hiddenKind,
      ...own,
    ],
  },
  {
    name: "Outcomes",
    kinds: ["outcome"],
    printed: 6,
    columns: [
      reference,
      section,
      { heading: "Outcome", column: "text", width: 60 },
      { heading: "How we will tell", column: "measure", width: 40 },
      { heading: "Covered", column: "covered", width: 18 },
      metBy,
      borough,
      differs,
      ...kept,
      hiddenKind,
      ...own,
    ],
  },
  {
    name: "Sections and text",
    kinds: ["section", "text"],
    printed: 5,
    columns: [
      kind,
      section,
      { heading: "Level", column: "level", width: 8 },
      { heading: "Words", column: "text", width: 90 },
      differs,
      ...kept,
      ...own,
    ],
  },
];

/** The very hidden sheet that says what the workbook is. */
export const aboutSheet = "Needline";
export const trackerFormat = "needline-tracker";

const columnsByHeading: ReadonlyMap<string, OwnColumn | "order"> = new Map(
  trackerSheets.flatMap(({ columns }) =>
    columns.flatMap(({ heading, column }) =>
      column === "order" || isOwnColumn(column) ? [[heading.toLowerCase(), column] as const] : [],
    ),
  ),
);

/** What a heading of one of our tables stands for, or null. */
export function columnOfHeading(heading: string): OwnColumn | "order" | null {
  const name = heading.trim().toLowerCase();
  return columnsByHeading.get(name) ?? (isOwnColumn(name) ? name : null);
}
