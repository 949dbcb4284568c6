/**
 * From the cells of a table to items, by what somebody said that its columns mean. Promises a problem with
 * its row for what cannot be read, and that a cell without words says nothing.
 */
import { itemKinds, mainField, type ItemKind } from "../../../shared/item-kinds.ts";
import type { ProposedFile, ProposedItem, ProposedLink } from "../../../shared/proposed-file.ts";
import type { Problem } from "../../../shared/refusal.ts";
import type { RichNode, RichText } from "../../../shared/rich-text.ts";
import type { ColumnUse, TableMapping } from "../../../shared/table-mapping.ts";
import { asKind, needFieldsFrom } from "../import/as-kind.ts";
import { loneWords, rowsUnder } from "./guess-mapping.ts";
import { readLinks } from "./read-links.ts";
import { cellWords, type Cell, type Sheet, type SheetRow, type Tables } from "./sheet.ts";

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

/** Whether two sheets or more are read: each is a section then. */
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
    if (title !== null)
      reading.items.push(sectionOf(title, place.key, place.where, isOneOfMany ? 2 : 1));
    else readRow(row, place, reading);
  }
}

function readRow(row: SheetRow, place: Place, reading: Reading): void {
  const { mapping, where, key } = place;
  const said = new Said(row.cells, mapping.columns, place.headings);
  const word = said.words("kind");
  const kind = word === "" ? mapping.kind : mapping.kinds[word.slice(0, 200)];
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
  const priority = mapping.priorities[said.words("priority").slice(0, 200)] ?? undefined;
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
  for (const { reference, how, because, isGuess } of meets) {
    reading.links.push({ where, from: key, to: reference, how, because });
    if (isGuess) reading.guessedLinks += 1;
  }
}

function sectionOf(title: string, key: string, where: string, level: number): ProposedItem {
  const words = title.replace(/\s+/g, " ").trim();
  const fields = { title: richFrom([words], "one") };
  return { key, where, kind: "section", level, reference: "", fields };
}

/** What the cells of a row say, by what their columns are for. */
class Said {
  readonly #cells = new Map<ColumnUse, { readonly cell: Cell; readonly heading: string }[]>();

  constructor(
    cells: readonly Cell[],
    columns: TableMapping["columns"],
    headings: readonly string[],
  ) {
    for (const [at, use] of columns.entries()) {
      const cell = cells[at];
      if (use === null || cell === undefined || cellWords(cell) === "") continue;
      const list = this.#cells.get(use) ?? [];
      list.push({ cell, heading: headings[at] ?? "" });
      this.#cells.set(use, list);
    }
  }

  /** Nothing but where it belongs. */
  get isEmpty(): boolean {
    return [...this.#cells.keys()].every((use) => use === "section" || use === "kind");
  }

  words(use: ColumnUse): string {
    return this.#list(use)
      .map(({ cell }) => cellWords(cell))
      .join("\n");
  }

  text(use: ColumnUse, lines: "one" | "several" = "several"): RichText | null {
    const cells = this.#list(use).map(({ cell }) => cell);
    return cells.length === 0 ? null : richFrom(cells, lines);
  }

  heading(use: ColumnUse): string {
    return this.#list(use)[0]?.heading ?? "";
  }

  extra(): Record<string, string> | null {
    const entries = this.#list("extra").map(
      ({ cell, heading }) => [heading, cellWords(cell)] as const,
    );
    return entries.length === 0 ? null : Object.fromEntries(entries);
  }

  #list(use: ColumnUse): readonly { readonly cell: Cell; readonly heading: string }[] {
    return this.#cells.get(use) ?? [];
  }
}

const storyParts = ["asA", "iNeed", "soThat"] as const;

function isStory(kind: ItemKind, said: Said): boolean {
  return kind === "need" && storyParts.some((name) => said.words(name) !== "");
}

/** A story's title stands above its notes. */
function joined(...texts: readonly (RichText | null)[]): RichText | null {
  const content = texts.flatMap((text) => text?.content ?? []);
  return content.length === 0 ? null : { type: "doc", content };
}

function fieldsOf(kind: ItemKind, said: Said): Record<string, RichText> {
  const fields: Record<string, RichText> = {};
  const isTold = storyParts.some((name) => said.words(name) !== "");
  const words = said.words("text");
  if (isStory(kind, said)) {
    for (const name of storyParts) {
      const text = said.text(name, "one");
      if (text) fields[name] = text;
    }
    const wish = said.words("iNeed");
    if (wish !== "") fields["iNeed"] = richFrom([wishIn(wish, said.heading("iNeed"))], "one");
    else if (words !== "") fields["iNeed"] = richFrom([words], "one");
  } else if (kind === "need" && words !== "") Object.assign(fields, needFieldsFrom(words));
  else if (words !== "" || kind === "section") {
    const lines = kind === "section" ? "one" : "several";
    const text = said.text(words === "" ? "section" : "text", lines);
    if (text) fields[mainField(kind)] = text;
  } else if (isTold) {
    const sentence = storyParts
      .map((name) => said.words(name))
      .filter(Boolean)
      .join(" ");
    fields[mainField(kind)] = richFrom([sentence], "several");
  }
  for (const name of ["evidence", "metWhen", "measure", "rationale"] as const) {
    const text = said.text(name);
    if (!text) continue;
    const own = itemKinds[kind].fields.some((field) => field.name === name);
    if (own) fields[name] = text;
    else Object.assign(fields, fieldElsewhere(kind, name, text));
  }
  return fields;
}

/** Acceptance of a requirement is its measure, and so on; what has no place at all is left out. */
function fieldElsewhere(kind: ItemKind, name: string, text: RichText): Record<string, RichText> {
  const from = name === "measure" || name === "rationale" ? "requirement" : "need";
  const moved = asKind(
    { key: "", where: "", kind: from, reference: "", fields: { [name]: text } },
    kind,
  );
  return Object.fromEntries(
    Object.entries(moved.fields).filter(
      ([field]) => field !== mainField(kind) && !["asA", "soThat"].includes(field),
    ),
  );
}

/** "I want to pay" under "I want"; "a receipt" keeps the words of its heading, because no "to" follows. */
function wishIn(words: string, heading: string): string {
  const said = heading
    .replace(/[^\p{L}]+/gu, " ")
    .trim()
    .toLowerCase();
  if (/^I\b/.test(words) || said.endsWith(" to") || !/^i (?:need|want)$/.test(said)) return words;
  const to = /^to (\S.*)$/is.exec(words);
  return to?.[1] ?? `I ${said.slice(2)} ${words}`;
}

/** Each line a paragraph; formatted cells keep their looks. */
function richFrom(cells: readonly Cell[], lines: "one" | "several"): RichText {
  if (lines === "one") {
    const text = cells
      .map((cell) => cellWords(cell))
      .join(" ")
      .replace(/\s+/g, " ")
      .trim();
    return {
      type: "doc",
      content: [{ type: "paragraph", content: text === "" ? [] : [{ type: "text", text }] }],
    };
  }
  const content = cells.flatMap((cell): RichNode[] =>
    typeof cell === "string"
      ? cell
          .split("\n")
          .map((line) => line.replace(/\s+/g, " ").trim())
          .filter((line) => line !== "")
          .map((text) => ({ type: "paragraph", content: [{ type: "text", text }] }))
      : [...cell.content],
  );
  return { type: "doc", content: content.length === 0 ? [{ type: "paragraph" }] : content };
}

function namesIn(cell: string): string[] {
  return cell
    .split(/[;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== "");
}
