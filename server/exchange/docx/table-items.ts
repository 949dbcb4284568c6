/**
 * The rows of a table of requirements or needs in a Word file that is not ours, an item each.
 * Promises that no words of a row are lost: what no column of ours holds becomes a note with its heading.
 */
import { itemKinds, type ItemKind, type Priority } from "../../../shared/item-kinds.ts";
import { hasWords, plainText } from "../../../shared/plain-text.ts";
import type { ProposedLink } from "../../../shared/proposed-file.ts";
import {
  emptyRichText,
  richTextFromPlain,
  type RichNode,
  type RichText,
} from "../../../shared/rich-text.ts";
import { cellLine, type Block, type Cell, type Row, type Table } from "./blocks.ts";
import { richTextOf } from "./build-rich-text.ts";
import { readPlace, type Draft } from "./draft.ts";
import { needFields } from "./need-fields.ts";
import { asksSomething, isNeedSentence, priorityNamed } from "./recognise-words.ts";
import { repeatsHeadings, type Column, type Columns } from "./table-columns.ts";

export interface TableItems {
  readonly drafts: readonly Draft[];
  /** `from` is the `where` of the row's draft. */
  readonly links: readonly ProposedLink[];
  /** Columns for the supplier's answers, left out. */
  readonly answers: number;
}

/** @param around what stands under the heading above, where that says it */
export function itemsOfTable(table: Table, columns: Columns, around: ItemKind | null): TableItems {
  const drafts: Draft[] = [];
  const links: ProposedLink[] = [];
  let above: ReadonlyMap<number, Cell> = new Map();
  for (const row of table.rows.slice(columns.headRows)) {
    if (columns.headRows > 0 && repeatsHeadings(row, table)) continue;
    const words = row.cells.map(cellLine).filter((line) => line !== "");
    if (words.length === 0) continue;
    const [only] = row.cells;
    if (only && row.cells.length === 1 && columns.byColumn.size > 2) {
      drafts.push(headingDraft(row, only));
      above = new Map();
      continue;
    }
    const cells = new Map(
      row.cells.map((cell) => [
        cell.column,
        cell.rowspan === 0 ? (above.get(cell.column) ?? cell) : cell,
      ]),
    );
    const last = drafts.at(-1);
    const wordsCell = row.cells.find(({ column }) => holdsWords(columns.byColumn.get(column)));
    above = cells;
    if (last && wordsCell?.rowspan === 0) {
      addToLast(drafts, row, columns);
      continue;
    }
    const draft = draftOf(row, cells, columns, around);
    if (!draft) continue;
    drafts.push(draft);
    links.push(...linksOf(draft, cells, columns));
  }
  const answers = [...columns.byColumn.values()].filter(({ holds }) => holds === "answer").length;
  return { drafts, links, answers };
}

function holdsWords(column: Column | undefined): boolean {
  return column?.holds === "words" || column?.holds === "iNeed";
}

/** A row in one cell over the whole width parts the table. */
function headingDraft(row: Row, cell: Cell): Draft {
  return {
    ...readPlace(row.where, "section", "It goes over the whole width of the table."),
    reference: "",
    fields: { title: richTextFromPlain(cellLine(cell)) },
  };
}

function draftOf(
  row: Row,
  cells: ReadonlyMap<number, Cell>,
  { byColumn }: Columns,
  around: ItemKind | null,
): Draft | null {
  const find = (holds: Column["holds"]): Cell | undefined =>
    cells.get([...byColumn].find(([, column]) => column.holds === holds)?.[0] ?? -1);
  const line = (holds: Column["holds"]): string => lineOfCell(find(holds));
  const wordsColumn = [...byColumn.values()].find((column) => column.holds === "words");
  const words = textOfCell(find("words"));
  const sentence = plainText(words);
  const hasStory = line("iNeed") !== "";
  if (!hasWords(words) && !hasStory && line("reference") === "") return null;
  const says = wordsColumn?.holds === "words" ? wordsColumn.says : null;
  const [kind, why] = kindOfRow({ said: line("kind"), says, sentence, hasStory, around });
  const priority = priorityOf(line("priority"), cells, byColumn);
  const fields: Record<string, RichText> =
    kind === "need"
      ? hasStory
        ? storyFields(line("asA"), line("iNeed"), line("soThat"))
        : needFields(words)
      : { [kind === "requirement" ? "statement" : kind === "section" ? "title" : "body"]: words };
  if (hasStory && kind !== "need" && !hasWords(words)) return null;
  const own = new Set(itemKinds[kind].fields.map(({ name }) => name));
  for (const name of ["measure", "rationale", "evidence", "metWhen"] as const) {
    const text = textOfCell(find(name));
    const field = own.has(name) ? name : name === "measure" && kind === "need" ? "metWhen" : null;
    if (field !== null && hasWords(text)) fields[field] ??= text;
  }
  const boroughs = line("borough")
    .split(/[;,&\n]| and /)
    .map((name) => name.trim())
    .filter(Boolean);
  const notes = notesOf(cells, byColumn, own);
  const section = line("section");
  return {
    ...readPlace(row.where, kind, why),
    reference: line("reference"),
    fields,
    ...(section === "" ? {} : { section }),
    ...(priority === undefined || !itemKinds[kind].hasPriority ? {} : { priority }),
    ...(boroughs.length > 0 && itemKinds[kind].isRaised ? { raisedBy: boroughs } : {}),
    ...(notes ? { notes } : {}),
  };
}

interface RowSays {
  readonly said: string;
  readonly says: ItemKind | null;
  readonly sentence: string;
  readonly hasStory: boolean;
  readonly around: ItemKind | null;
}

function kindOfRow({ said, says, sentence, hasStory, around }: RowSays): [ItemKind, string] {
  if (/\b(?:need|story)\b/i.test(said)) return ["need", "The table says that it is a need."];
  if (/\boutcome\b/i.test(said)) return ["outcome", "The table says that it is an outcome."];
  if (hasStory || isNeedSentence(sentence)) return ["need", "It says who needs it: “As a…”."];
  if (says !== null) return [says, "The heading of the column says so."];
  if (asksSomething(sentence)) return ["requirement", "It asks for something."];
  if (around !== null && around !== "text") return [around, "The heading above says so."];
  return ["requirement", "It is a row of a table."];
}

function storyFields(asA: string, iNeed: string, soThat: string): Record<string, RichText> {
  const said = {
    asA: asA.replace(/^as an? /i, "").replace(/,$/, ""),
    iNeed: iNeed.replace(/^i (?:need|want|would like) to /i, ""),
    soThat: soThat.replace(/^so that /i, "").replace(/\.$/, ""),
  };
  return Object.fromEntries(
    Object.entries(said).flatMap(([name, words]) =>
      words === "" ? [] : [[name, richTextFromPlain(words)]],
    ),
  );
}

function priorityOf(
  said: string,
  cells: ReadonlyMap<number, Cell>,
  byColumn: Columns["byColumn"],
): Priority | undefined {
  const named = priorityNamed(said) ?? priorityNamed(said.split(/\s*[-–—:(]\s*/)[0] ?? "");
  if (named) return named;
  for (const [at, column] of byColumn) {
    const mark = lineOfCell(cells.get(at));
    if (column.holds === "tick" && /^(?:x|✓|✔|☒|☑|y|yes|●|•|\*)$/i.test(mark))
      return column.priority;
  }
  return undefined;
}

function notesOf(
  cells: ReadonlyMap<number, Cell>,
  byColumn: Columns["byColumn"],
  own: ReadonlySet<string>,
): RichText | null {
  const content: RichNode[] = [];
  for (const [at, column] of byColumn) {
    const cell = cells.get(at);
    const isNote = column.holds === "notes" || column.holds === "other";
    const isHomeless = ["rationale", "evidence"].includes(column.holds) && !own.has(column.holds);
    if (!cell || !(isNote || isHomeless) || cellLine(cell) === "") continue;
    const heading = column.holds === "other" ? column.heading : isHomeless ? column.holds : "";
    const lead = heading === "" ? "" : `${heading.replace(/:$/, "")}: `;
    content.push(...leadWith(lead, textOfCell(cell).content));
  }
  return content.length > 0 ? { type: "doc", content } : null;
}

function leadWith(lead: string, blocks: readonly RichNode[]): RichNode[] {
  if (lead === "") return [...blocks];
  const [first, ...rest] = blocks;
  const words: RichNode = { type: "text", text: lead };
  if (first?.type !== "paragraph") return [{ type: "paragraph", content: [words] }, ...blocks];
  return [{ ...first, content: [words, ...(first.content ?? [])] }, ...rest];
}

/** The words go on over several rows of another column: what these say belongs to the same item. */
function addToLast(drafts: Draft[], row: Row, { byColumn }: Columns): void {
  const last = drafts.at(-1);
  if (!last) return;
  const own = new Set(itemKinds[last.kind].fields.map(({ name }) => name));
  const fields: Record<string, RichText> = { ...last.fields };
  let notes: RichText | undefined = last.notes;
  for (const cell of row.cells) {
    const holds = byColumn.get(cell.column)?.holds ?? "other";
    const text = textOfCell(cell);
    if (cell.rowspan === 0 || !hasWords(text) || holds === "answer") continue;
    const field = own.has(holds)
      ? holds
      : holds === "measure" && last.kind === "need"
        ? "metWhen"
        : null;
    if (field === null) notes = joined(notes, text);
    else fields[field] = joined(fields[field], text);
  }
  drafts[drafts.length - 1] = { ...last, fields, ...(notes ? { notes } : {}) };
}

function joined(a: RichText | undefined, b: RichText): RichText {
  return a && hasWords(a) ? { type: "doc", content: [...a.content, ...b.content] } : b;
}

function linksOf(
  draft: Draft,
  cells: ReadonlyMap<number, Cell>,
  { byColumn }: Columns,
): ProposedLink[] {
  const at = [...byColumn].find(([, { holds }]) => holds === "meets")?.[0] ?? -1;
  if (draft.kind !== "requirement") return [];
  return lineOfCell(cells.get(at))
    .split(/[;,\n]|\s+and\s+/)
    .map((part) => /^\s*(\S.*?)(?:[\s,:]+\(?(fully|partly)\)?)?\s*$/i.exec(part))
    .flatMap((found) =>
      found?.[1] === undefined || found[1].length > 40
        ? []
        : {
            where: draft.where,
            from: draft.where,
            to: found[1],
            // A table that does not say how far is not taken to say "fully".
            how: found[2]?.toLowerCase() === "fully" ? "fully" : "partly",
            because: "",
          },
    );
}

function lineOfCell(cell: Cell | undefined): string {
  return cell ? cellLine(cell) : "";
}

function textOfCell(cell: Cell | undefined): RichText {
  const blocks: readonly Block[] = cell?.blocks ?? [];
  return blocks.length === 0 ? emptyRichText : richTextOf(blocks, "theirs");
}
