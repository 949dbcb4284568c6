/** From the cells of a table to rows that say something. Promises a problem with its line for every cell that cannot be read. */
import { allKinds, itemKinds, type ItemKind, type Priority } from "../../shared/item-kinds.ts";
import { importLimits } from "../../shared/import-columns.ts";
import type { Problem } from "../../shared/refusal.ts";
import { atLine, formatCount, shorten, type ImportFile, type ImportRow } from "./import-rows.ts";
import { readMeets } from "./read-meets.ts";
import type { Table, TableRow } from "./read-table.ts";

/** Words that people write for a kind, beside the kind's own name and label. */
const kindWords: ReadonlyMap<string, ItemKind> = new Map([
  ["heading", "section"],
  ["paragraph", "text"],
  ["user need", "need"],
  ["user needs", "need"],
  ["user story", "need"],
]);

/** Words that people write for a priority; docs/import.md lists them. */
const priorityWords: Readonly<Record<Priority, readonly string[]>> = {
  must: ["must", "must have", "essential", "mandatory", "required", "high"],
  should: ["should", "should have", "desirable", "recommended", "medium"],
  could: ["could", "could have", "optional", "nice to have", "low"],
  wont: ["wont", "won't", "wont have", "won't have", "will not have"],
};

export function readRows(table: Table): ImportFile {
  const rows: ImportRow[] = [];
  const problems: Problem[] = [...table.problems];
  const notices: Problem[] = [...table.notices];
  const linesByReference = new Map<string, number>();
  for (const tableRow of table.rows) {
    const read = readRow(tableRow);
    problems.push(...read.problems);
    notices.push(...read.notices);
    if (!read.row) continue;
    const { line, reference } = read.row;
    const first = linesByReference.get(reference.toLowerCase());
    if (reference !== "" && first !== undefined)
      problems.push(
        atLine(line, `${reference} is the reference of line ${first} too. Give each its own.`),
      );
    else linesByReference.set(reference.toLowerCase(), line);
    rows.push(read.row);
  }
  return { rows, problems, notices };
}

function readRow({ line, cells }: TableRow): {
  row: ImportRow | null;
  problems: Problem[];
  notices: Problem[];
} {
  const problems: Problem[] = [];
  const notices: Problem[] = [];
  const kind = kindOf(cells.kind);
  if (kind === null) {
    const names = `Write ${allKinds.slice(0, -1).join(", ")} or ${allKinds.at(-1)}.`;
    const what =
      cells.kind === "" ? "The kind is missing." : `“${shorten(cells.kind)}” is not a kind.`;
    return { row: null, problems: [atLine(line, `${what} ${names}`)], notices };
  }
  // A section may have its title in the column of sections.
  const words = kind === "section" && cells.text === "" ? cells.section : cells.text;
  const text = textOf(kind, words, line, problems);
  if (cells.notes.length > importLimits.text)
    problems.push(atLine(line, tooLong("The notes", cells.notes, importLimits.text)));
  for (const name of ["reference", "section"] as const)
    if (cells[name].length > importLimits.name)
      problems.push(atLine(line, tooLong(`The ${name}`, cells[name], importLimits.name)));
  const priority = priorityOf(cells.priority);
  if (priority === "unknown")
    problems.push(
      atLine(
        line,
        `“${shorten(cells.priority)}” is not a priority. Write must, should, could or wont.`,
      ),
    );
  const meets = readMeets(cells.meets);
  problems.push(...meets.problems.map((what) => atLine(line, what)));
  if (kind !== "requirement" && cells.meets !== "")
    problems.push(
      atLine(
        line,
        `Only a requirement meets a need. Clear the cell meets, or write requirement as the kind.`,
      ),
    );
  const { hasPriority, isRaised, label } = itemKinds[kind];
  if (!hasPriority && cells.priority !== "")
    notices.push(atLine(line, `${label}: the priority is not used, it has none.`));
  if (!isRaised && cells.borough !== "")
    notices.push(atLine(line, `${label}: the borough is not used.`));
  return {
    row: {
      line,
      kind,
      reference: cells.reference,
      section: kind === "section" ? text : oneLine(cells.section),
      text,
      priority: hasPriority && priority !== "unknown" ? priority : null,
      meets: meets.links,
      boroughs: isRaised ? boroughNames(cells.borough) : [],
      notes: cells.notes,
    },
    problems,
    notices,
  };
}

function textOf(kind: ItemKind, text: string, line: number, problems: Problem[]): string {
  if (text === "")
    problems.push(atLine(line, "The text is missing. Write it, or take the row out."));
  const most = kind === "section" ? importLimits.name : importLimits.text;
  if (text.length > most) problems.push(atLine(line, tooLong("The text", text, most)));
  return kind === "section" ? oneLine(text) : text;
}

function kindOf(word: string): ItemKind | null {
  const written = word.toLowerCase().replace(/\s+/g, " ");
  const named = allKinds.find(
    (kind) => kind === written || itemKinds[kind].plural.toLowerCase() === written,
  );
  return named ?? kindWords.get(written) ?? null;
}

function priorityOf(word: string): Priority | null | "unknown" {
  if (word === "") return null;
  const written = word
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/[\s-]+/g, " ");
  for (const [priority, words] of Object.entries(priorityWords))
    if (words.includes(written)) return priority as Priority;
  return "unknown";
}

function boroughNames(cell: string): string[] {
  return cell
    .split(/[;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function tooLong(what: string, text: string, most: number): string {
  return `${what} has ${formatCount(text.length)} characters; at most ${formatCount(most)} fit. Shorten it or split the row.`;
}
