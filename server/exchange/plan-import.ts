/**
 * What bringing a file into a statement would do: the items and links it would add, and where. Pure:
 * the same file and statement give the same plan. Promises to keep the order of the file within each
 * section, and to name every row that does not fit the statement.
 */
import type { Item, NewItem } from "../../shared/items.ts";
import { mainField } from "../../shared/item-kinds.ts";
import { takeNeedApart } from "../../shared/need-sentence.ts";
import { ordersBetween } from "../../shared/order.ts";
import type { How } from "../../shared/thread.ts";
import type { Problem } from "../../shared/refusal.ts";
import { richTextFromPlain, type RichText } from "../../shared/rich-text.ts";
import { findPlaces, type SectionRows } from "./find-places.ts";
import { atLine, type ImportFile, type ImportRow } from "./import-rows.ts";

/** The statement that a file is brought into. */
export interface ImportTarget {
  /** In order, removed ones too. */
  readonly items: readonly Item[];
  /** Reference → item id. */
  readonly itemsByReference: ReadonlyMap<string, string>;
  /** Id of the borough of that name, or null when nobody knows it. */
  boroughId(name: string): string | null;
  newId(): string;
}

export interface PlannedItem extends NewItem {
  /** Line of the file, or null for a section that was only named. */
  readonly line: number | null;
  /** Title of the section it goes in, or "". */
  readonly section: string;
}

type UnplacedItem = Omit<PlannedItem, "order" | "section">;

export interface PlannedLink {
  readonly line: number;
  readonly requirementId: string;
  readonly needId: string;
  readonly how: How;
}

export interface ImportCounts {
  /** New sections; rows for a section that is there already go into it. */
  readonly sections: number;
  readonly outcomes: number;
  readonly needs: number;
  readonly requirements: number;
  readonly texts: number;
  readonly links: number;
}

export interface ImportPlan {
  /** In the order in which they will stand. */
  readonly items: readonly PlannedItem[];
  readonly links: readonly PlannedLink[];
  readonly counts: ImportCounts;
  /** While there is one, nothing is brought in. */
  readonly problems: readonly Problem[];
  readonly notices: readonly Problem[];
}

export function planImport(file: ImportFile, target: ImportTarget): ImportPlan {
  const problems: Problem[] = [...file.problems];
  const made = new Map(file.rows.map((row) => [row, itemOf(row, target, problems)]));
  const items = findPlaces(file.rows, target.items).flatMap(({ before, after, sections }) => {
    const unordered = sections.flatMap((section) => itemsOfSection(section, made, target));
    const tail = target
      .newId()
      .replace(/[^0-9A-Za-z]/g, "")
      .slice(0, 6);
    const orders = ordersBetween(before, after, tail, unordered.length);
    return unordered.map((item, at) => ({ ...item, order: orders[at] ?? "" }));
  });
  const links = linksOf(file.rows, made, target, problems);
  problems.push(...alreadyThere(file.rows, target));
  return {
    items,
    links,
    counts: countItems(items, links.length),
    problems: problems.toSorted((a, b) => lineOf(a) - lineOf(b)),
    notices: file.notices,
  };
}

function itemOf(row: ImportRow, target: ImportTarget, problems: Problem[]): UnplacedItem {
  const raisedBy: string[] = [];
  for (const name of row.boroughs) {
    const boroughId = target.boroughId(name);
    if (boroughId !== null) raisedBy.push(boroughId);
    else
      problems.push(
        atLine(
          row.line,
          `“${name}” is not a London borough and takes no part in this statement. Correct the name, or invite them first.`,
        ),
      );
  }
  return {
    line: row.line,
    id: target.newId(),
    kind: row.kind,
    priority: row.priority,
    raisedBy: [...new Set(raisedBy)].toSorted(),
    aliases: row.reference === "" ? [] : [row.reference],
    fields: fieldsOf(row),
    notes: richTextFromPlain(row.notes),
  };
}

function fieldsOf(row: ImportRow): Record<string, RichText> {
  if (row.kind !== "need") return { [mainField(row.kind)]: richTextFromPlain(row.text) };
  const { asA, iNeed, soThat } = takeNeedApart(row.text);
  return {
    asA: richTextFromPlain(asA),
    iNeed: richTextFromPlain(iNeed),
    soThat: richTextFromPlain(soThat),
  };
}

/** The items of one section, with the section itself first where it is new. */
function itemsOfSection(
  { title, isNew, rows }: SectionRows,
  made: ReadonlyMap<ImportRow, UnplacedItem>,
  target: ImportTarget,
): Omit<PlannedItem, "order">[] {
  // A section that is there already, or named by two rows, is made once.
  const heading = rows.find((row) => row.kind === "section");
  const under = rows.filter((row) => row.kind !== "section").flatMap((row) => made.get(row) ?? []);
  const section = heading && made.get(heading);
  const all = isNew ? [section ?? newSection(title, target.newId()), ...under] : under;
  return all.map((item) => ({ ...item, section: title }));
}

function newSection(title: string, id: string): UnplacedItem {
  return { line: null, id, kind: "section", fields: { title: richTextFromPlain(title) } };
}

function linksOf(
  rows: readonly ImportRow[],
  made: ReadonlyMap<ImportRow, { readonly id: string }>,
  target: ImportTarget,
  problems: Problem[],
): PlannedLink[] {
  const found = itemsByAnyReference(target);
  for (const row of rows) {
    const id = made.get(row)?.id;
    if (row.reference !== "" && id !== undefined)
      found.set(row.reference.toLowerCase(), { id, kind: row.kind });
  }
  const links: PlannedLink[] = [];
  for (const row of rows) {
    const requirementId = made.get(row)?.id;
    if (row.kind !== "requirement" || requirementId === undefined) continue;
    for (const { reference, how } of row.meets) {
      const need = found.get(reference.toLowerCase());
      if (!need)
        problems.push(
          atLine(
            row.line,
            `${reference} is neither in this file nor in the statement. Correct the reference in the column meets, or add the need.`,
          ),
        );
      else if (need.kind !== "need" && need.kind !== "outcome")
        problems.push(
          atLine(
            row.line,
            `${reference} is a ${need.kind}. A requirement meets a need or an outcome.`,
          ),
        );
      else links.push({ line: row.line, requirementId, needId: need.id, how });
    }
  }
  return links;
}

/** Items of the statement by the references they have here and had elsewhere. */
function itemsByAnyReference(
  target: ImportTarget,
): Map<string, { readonly id: string; readonly kind: Item["kind"] }> {
  const found = new Map<string, { id: string; kind: Item["kind"] }>();
  const itemsById = new Map(target.items.map((item) => [item.id, item]));
  for (const item of target.items) {
    if (item.removed) continue;
    for (const alias of item.aliases) found.set(alias.toLowerCase(), item);
  }
  for (const [reference, itemId] of target.itemsByReference) {
    const item = itemsById.get(itemId);
    if (item && !item.removed) found.set(reference.toLowerCase(), item);
  }
  return found;
}

/** The same file brought in twice would double everything. */
function alreadyThere(rows: readonly ImportRow[], target: ImportTarget): Problem[] {
  const there = itemsByAnyReference(target);
  const references = new Map(
    [...target.itemsByReference].map(([reference, itemId]) => [itemId, reference]),
  );
  return rows.flatMap((row) => {
    const item = row.reference === "" ? undefined : there.get(row.reference.toLowerCase());
    if (!item || (row.kind === "section" && item.kind === "section")) return [];
    const here = references.get(item.id);
    const as = here && here !== row.reference ? `, as ${here}` : "";
    return [
      atLine(
        row.line,
        `${row.reference} is in the statement already${as}. Take the row out, or give it another reference.`,
      ),
    ];
  });
}

function countItems(items: readonly NewItem[], links: number): ImportCounts {
  const count = (kind: NewItem["kind"]) => items.filter((item) => item.kind === kind).length;
  return {
    sections: count("section"),
    outcomes: count("outcome"),
    needs: count("need"),
    requirements: count("requirement"),
    texts: count("text"),
    links,
  };
}

function lineOf(problem: Problem): number {
  return Number(/^Line (\d+)$/.exec(problem.where)?.[1] ?? 0);
}
