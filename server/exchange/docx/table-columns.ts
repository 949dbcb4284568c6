/** What the columns of a table in a Word file hold, by the words at their head. */
import type { Priority } from "../../../shared/item-kinds.ts";
import { cellLine, type Row, type Table } from "./blocks.ts";
import { priorityNamed, typedReference } from "./recognise-words.ts";

export type Column =
  | { readonly holds: "words"; readonly says: "requirement" | "need" | "outcome" | null }
  | {
      readonly holds:
        | "reference"
        | "priority"
        | "section"
        | "kind"
        | "borough"
        | "meets"
        | "measure"
        | "rationale"
        | "evidence"
        | "metWhen"
        | "asA"
        | "iNeed"
        | "soThat"
        | "notes"
        /** For the supplier to fill in: left out. */
        | "answer";
    }
  /** A cross in it gives that priority. */
  | { readonly holds: "tick"; readonly priority: Priority }
  | { readonly holds: "other"; readonly heading: string };

export interface Columns {
  /** By the number of the column in the table's grid. */
  readonly byColumn: ReadonlyMap<number, Column>;
  /** How many rows at the top are headings. */
  readonly headRows: number;
}

const names: readonly (readonly [RegExp, Exclude<Column, { holds: "tick" | "other" }>])[] = [
  [/^as an?\b|^(?:user|role|who|user type|actor|persona)$/, { holds: "asA" }],
  [/^i (?:need|want)\b|^i would like|^(?:need to|want to)\b|^action$/, { holds: "iNeed" }],
  [/^so that\b|^(?:benefit|so i can)$/, { holds: "soThat" }],
  [
    /^(?:user stor(?:y|ies)|user needs?|needs?|story)(?: description| statement)?$/,
    { holds: "words", says: "need" },
  ],
  [/^(?:desired |intended )?(?:outcomes?|objectives?)$/, { holds: "words", says: "outcome" }],
  [
    /(?:supplier|bidder|tenderer|contractor|provider)(?:'s)? (?:response|answer|comments?|compliance)|^(?:response|compliant|compliance|complies|meets\?|y\/n|yes\/no|score|comply)\b/,
    { holds: "answer" },
  ],
  [
    /^(?:(?:req(?:uirement)?|need|item|clause|story|spec(?:ification)?|unique)\.? ?)?(?:ref(?:erence)?\.?(?: no\.?| number)?|ids?|no\.?|nr\.?|number|#|code|identifier)$/,
    { holds: "reference" },
  ],
  [
    /^(?:priority|moscow|m\/s\/c\/w|importance|essential ?(?:\/|or) ?desirable|e ?\/ ?d|m ?\/ ?d|mandatory ?(?:\/|or) ?(?:desirable|optional)|category \(moscow\)|status)$/,
    { holds: "priority" },
  ],
  [
    /^(?:section|theme|area|topic|module|heading|group|category|function|functional area)$/,
    { holds: "section" },
  ],
  [/^(?:kind|type|item type|type of requirement)$/, { holds: "kind" }],
  [
    /^(?:boroughs?|councils?|authority|raised by|requested by|owner|organisation)$/,
    { holds: "borough" },
  ],
  [
    /^(?:meets|needs? met|meets needs?|need refs?\.?|user need refs?\.?|related needs?|linked needs?|source needs?)$/,
    { holds: "meets" },
  ],
  [/^(?:met when|done when)$/, { holds: "metWhen" }],
  [
    /^(?:measures?|acceptance criteria|acceptance|kpis?|targets?|service levels?|measured by|how measured|how we will tell|test|evidence required)$/,
    { holds: "measure" },
  ],
  [/^(?:why|rationale|reasons?|justification|because)$/, { holds: "rationale" }],
  [/^(?:evidence|source|research)$/, { holds: "evidence" }],
  [
    /^(?:notes?|comments?|remarks|further information|additional information|guidance)$/,
    { holds: "notes" },
  ],
  [/\b(?:requirements?|specifications?)\b/, { holds: "words", says: "requirement" }],
  [
    /^(?:the )?(?:descriptions?|details?|statements?|text|what|clause|service|deliverables?)$/,
    { holds: "words", says: null },
  ],
];

/** Null for a table that does not hold items: it has no heading row, or none of its columns the words. */
export function readColumns({ rows }: Table): Columns | null {
  const [first] = rows;
  if (!first || rows.length < 2) return null;
  const byColumn = columnsOf(first);
  const kept = keepOneOfEach(byColumn);
  const holds = [...kept.values()].map((column) => column.holds);
  const hasWords = holds.includes("words") || holds.includes("iNeed");
  const known = holds.filter((each) => each !== "other").length;
  if (!hasWords || (known < 2 && !first.header && holds.length > 1)) return null;
  let headRows = 1;
  while (headRows < rows.length - 1 && rows[headRows]?.header === true) headRows += 1;
  return { byColumn: kept, headRows };
}

/**
 * The columns of a table without headings whose rows begin with a reference each: the longest column holds
 * the words. Null for any other table.
 */
export function guessColumns({ rows }: Table): Columns | null {
  const width = rows[0]?.cells.length ?? 0;
  if (rows.length < 2 || width < 2 || rows.some(({ cells }) => cells.length !== width)) return null;
  const columns = Array.from({ length: width }, (_, at) =>
    rows.map(({ cells }) => (cells[at] ? cellLine(cells[at]) : "")),
  );
  const [references = [], ...others] = columns;
  if (!references.every((line) => typedReference(`${line}: x`).reference === line)) return null;
  const lengths = others.map((lines) => lines.join("").length);
  const longest = lengths.indexOf(Math.max(...lengths));
  const byColumn = new Map<number, Column>([[0, { holds: "reference" }]]);
  for (const [at, lines] of others.entries()) {
    const isPriority = lines.every((line) => line === "" || priorityNamed(line) !== undefined);
    byColumn.set(
      at + 1,
      at === longest
        ? { holds: "words", says: null }
        : isPriority
          ? { holds: "priority" }
          : { holds: "other", heading: "" },
    );
  }
  return { byColumn, headRows: 0 };
}

/** Whether a row further down says the headings again. */
export function repeatsHeadings(row: Row, { rows }: Table): boolean {
  const said = (each: Row | undefined): string => each?.cells.map(cellLine).join("|") ?? "";
  return said(row) === said(rows[0]);
}

function columnsOf(row: Row): Map<number, Column> {
  return new Map(row.cells.map((cell) => [cell.column, columnNamed(cellLine(cell))]));
}

function columnNamed(heading: string): Column {
  const name = heading
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/[:*?]+$/, "")
    .replace(/\s*\((?!moscow)[^)]*\)$/, "")
    .trim();
  const tick = priorityNamed(name);
  if (tick !== undefined && name.length > 1) return { holds: "tick", priority: tick };
  const found = names.find(([pattern]) => pattern.test(name));
  return found?.[1] ?? { holds: "other", heading };
}

/** Two columns of words are one and another: the one that says what it is comes first. */
function keepOneOfEach(columns: ReadonlyMap<number, Column>): Map<number, Column> {
  const words = [...columns].filter(([, { holds }]) => holds === "words");
  const chosen =
    words.find(([, column]) => column.holds === "words" && column.says !== null) ?? words[0];
  const seen = new Set<string>();
  return new Map(
    [...columns].map(([at, column]) => {
      const isSecond =
        column.holds === "words"
          ? at !== chosen?.[0]
          : column.holds !== "other" &&
            column.holds !== "tick" &&
            column.holds !== "answer" &&
            seen.has(column.holds);
      seen.add(column.holds);
      return [at, isSecond ? { holds: "other", heading: "" } : column];
    }),
  );
}

/**
 * A card as a table of one row: "As a | tenant", "I need to | report a leak" below one another.
 * Null when the first column does not hold headings that are known.
 */
export function turnedTable(table: Table): Table | null {
  const pairs = table.rows.map(({ cells }) => cells);
  if (pairs.length < 2 || pairs.some((cells) => cells.length !== 2)) return null;
  const named = pairs.filter(([name]) => name && columnNamed(cellLine(name)).holds !== "other");
  if (named.length < 2 || named.length < pairs.length / 2) return null;
  const rowOf = (at: 0 | 1): Row => ({
    where: table.where,
    header: at === 0,
    cells: pairs.flatMap((cells, column) => {
      const cell = cells[at];
      return cell ? { ...cell, column, colspan: 1, rowspan: 1 } : [];
    }),
  });
  return { ...table, rows: [rowOf(0), rowOf(1)] };
}
