/**
 * From the cells of a table to items, by what somebody said that its columns mean. Promises a problem with
 * its row for what cannot be read, and that a cell without words says nothing.
 */
import { itemKinds } from "../../../shared/item-kinds.ts";
import type { ProposedFile, ProposedItem, ProposedLink } from "../../../shared/proposed-file.ts";
import type { Problem } from "../../../shared/refusal.ts";
import type { TableMapping } from "../../../shared/table-mapping.ts";
import { ownValue } from "../import/own-value.ts";
import { fieldsOf, isStory, joined } from "./fields-of-row.ts";
import { loneWords, rowsUnder } from "./guess-mapping.ts";
import { readLinks } from "./read-links.ts";
import { richFrom, Said } from "./said-in-row.ts";
import { cellWords, type Sheet, type SheetRow, type Tables } from "./sheet.ts";

interface Place {
  readonly mapping: TableMapping;
  readonly headings: readonly string[];
  readonly where: string;
  readonly key: string;
}

interface Reading {
  readonly items: ProposedItem[];
  readonly links: ProposedLink[];
  readonly problems: Problem[];
  guessedLinks: number;
}

export function mapTables(tables: Tables, mapping: TableMapping): ProposedFile {
  const sheets = tables.sheets.filter(({ name }) => mapping.sheets.includes(name));
  const reading: Reading = { items: [], links: [], problems: [], guessedLinks: 0 };
  for (const sheet of sheets) readSheet(sheet, tables, mapping, sheets.length > 1, reading);
  const { items, links, problems, guessedLinks } = reading;
  const unread = new Set(
    tables.sheets.map(({ name }) => name).filter((name) => !mapping.sheets.includes(name)),
  );
  const notices = tables.notices.filter(({ where }) => !unread.has(where));
  if (guessedLinks > 0)
    notices.push({
      where: "The file",
      what: `It does not say how far ${guessedLinks === 1 ? "1 need is" : `${guessedLinks.toLocaleString("en-GB")} needs are`} met, so that is taken as partly.`,
    });
  if (items.length === 0 && problems.length === 0)
    problems.push({ where: "The file", what: "There are headings but no rows." });
  return {
    format: tables.format,
    title: tables.title,
    items,
    links,
    suggestions: [],
    problems,
    notices,
  };
}

function readSheet(
  sheet: Sheet,
  { format }: Tables,
  mapping: TableMapping,
  isOneOfMany: boolean,
  reading: Reading,
): void {
  const whereOf = (row: number): string => {
    if (format === "csv") return `Line ${row}`;
    return isOneOfMany ? `Row ${row} of ${sheet.name}` : `Row ${row}`;
  };
  const headings = (
    sheet.rows.find(({ number }) => number === mapping.headingRow)?.cells ?? []
  ).map((cell) => cellWords(cell));
  const keyOf = (row: number | "sheet") => `${sheet.name}:${row}`;
  if (isOneOfMany)
    reading.items.push(sectionOf(sheet.name, keyOf("sheet"), `The sheet ${sheet.name}`, 1));
  for (const row of rowsUnder(sheet, mapping.headingRow)) {
    const place = { mapping, headings, where: whereOf(row.number), key: keyOf(row.number) };
    const title = mapping.titlesBetween ? loneWords(row) : null;
    const extra =
      format === "csv" && mapping.headingRow > 0 ? row.cells.length - headings.length : 0;
    if (extra > 0)
      reading.problems.push({
        where: place.where,
        what: `There are ${row.cells.length} cells but ${headings.length} headings, so this row is left out. Put quotation marks around a text that has a comma in it.`,
      });
    else if (title !== null)
      reading.items.push(sectionOf(title, place.key, place.where, isOneOfMany ? 2 : 1));
    else readRow(row, place, reading);
  }
}

function readRow(row: SheetRow, place: Place, reading: Reading): void {
  const { mapping, where, key } = place;
  const said = new Said(row.cells, mapping.columns, place.headings);
  const word = said.words("kind");
  const kind = word === "" ? mapping.kind : ownValue(mapping.kinds, word.slice(0, 200));
  if (kind === null) return;
  if (kind === undefined) {
    reading.problems.push({
      where,
      what: `“${word.slice(0, 40)}” is not a kind. Say what it means.`,
    });
    return;
  }
  if (said.isEmpty) return;
  const fields = fieldsOf(kind, said);
  const priority = ownValue(mapping.priorities, said.words("priority").slice(0, 200)) ?? undefined;
  const section = said.words("section").replace(/\s+/g, " ");
  const raisedBy = namesIn(said.words("raisedBy"));
  const aliases = namesIn(said.words("alias"));
  const notes = joined(
    isStory(kind, said) && said.words("iNeed") !== "" ? said.text("text") : null,
    said.text("notes"),
  );
  const why = said.words("removed");
  const extra = said.extra();
  const { hasPriority, isRaised } = itemKinds[kind];
  reading.items.push({
    key,
    where,
    kind,
    reference: said.words("reference").replace(/\s+/g, " "),
    fields,
    ...(kind !== "section" && section !== "" ? { section } : {}),
    ...(hasPriority && priority ? { priority } : {}),
    ...(isRaised && raisedBy.length > 0 ? { raisedBy } : {}),
    ...(aliases.length > 0 ? { aliases } : {}),
    ...(notes ? { notes } : {}),
    ...(why === "" ? {} : { removed: { why } }),
    ...(extra ? { extra } : {}),
  });
  const meets = kind === "requirement" ? readLinks(said.words("meets")) : [];
  for (const { reference, how, because, isGuess, isBoth } of meets) {
    if (isBoth) {
      reading.problems.push({
        where,
        what: `${reference} is said to be met fully and partly. Keep one.`,
      });
      continue;
    }
    reading.links.push({ where, from: key, to: reference, how, because });
    if (isGuess) reading.guessedLinks += 1;
  }
}

function sectionOf(title: string, key: string, where: string, level: number): ProposedItem {
  const words = title.replace(/\s+/g, " ").trim();
  const fields = { title: richFrom([words], "one") };
  return { key, where, kind: "section", level, reference: "", fields };
}

function namesIn(cell: string): string[] {
  return cell
    .split(/[;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== "");
}
