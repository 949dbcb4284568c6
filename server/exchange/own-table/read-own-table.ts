/**
 * Our own tables, CSV or tracker, as they come back: people may have changed cells and added rows in a
 * spreadsheet. Promises that what nobody touched proposes what the statement says already.
 */
import { z } from "zod";
import {
  allKinds,
  allPriorities,
  defaultPriorityWords,
  isItemKind,
  itemKinds,
  mainField,
  type ItemKind,
  type Priority,
} from "../../../shared/item-kinds.ts";
import type { ProposedFile, ProposedItem, ProposedLink } from "../../../shared/proposed-file.ts";
import type { Problem } from "../../../shared/refusal.ts";
import type { RichText } from "../../../shared/rich-text.ts";
import { readDifferences, readLinks, readNames } from "./cell-lists.ts";
import { fieldColumns, itemColumn, type OwnColumn } from "./own-columns.ts";
import { Row, type OwnTableAbout, type OwnTableRow } from "./own-row.ts";

export function readOwnTable(rows: readonly OwnTableRow[], about: OwnTableAbout): ProposedFile {
  const items: ProposedItem[] = [];
  const links: ProposedLink[] = [];
  const problems: Problem[] = [];
  const notices: Problem[] = [];
  for (const [at, tableRow] of rows.entries()) {
    const row = new Row(tableRow, about, problems);
    if (row.isEmpty) continue;
    const item = readItem(row, `row-${at + 1}`);
    if (!item) continue;
    items.push(item);
    if (item.kind !== "requirement") continue;
    const unreadable = (line: string): void =>
      row.problem(
        `“${line.slice(0, 60)}” does not say how far. Write the reference, then fully or partly: N-4 fully.`,
      );
    for (const { to, how, because } of readLinks(row.get("meets"), unreadable))
      links.push({ where: row.where, from: item.key, to, how, because });
  }
  return {
    format: about.format,
    title: about.title,
    items,
    links,
    suggestions: [],
    problems: [...problems, ...doubled(items)],
    notices,
  };
}

/** Two rows for one item: nobody could say which holds. */
function doubled(items: readonly ProposedItem[]): Problem[] {
  const seen = new Map<string, string>();
  return items.flatMap(({ itemId, where }) => {
    if (itemId === undefined) return [];
    const before = seen.get(itemId);
    seen.set(itemId, where);
    return before === undefined
      ? []
      : [
          {
            where,
            what: `This row and ${before} are the same item. Take one out, or clear “needline item” to make a new one.`,
          },
        ];
  });
}

/** Null when the row has a problem that leaves nothing to read. */
function readItem(row: Row, key: string): ProposedItem | null {
  const kind = row.get("kind").trim().toLowerCase();
  if (!isItemKind(kind)) {
    const names = `${allKinds.slice(0, -1).join(", ")} or ${allKinds.at(-1)}`;
    row.problem(`“${kind.slice(0, 60)}” is not a kind. Write ${names}.`);
    return null;
  }
  const itemId = row.get(itemColumn).trim();
  const more = readMore(row.get("needline more"));
  const { hasPriority, isRaised } = itemKinds[kind];
  const section = row.get("section").trim();
  return {
    key,
    where: row.where,
    kind,
    reference: row.get("reference").trim(),
    fields: readFields(row, kind),
    ...(itemId === "" ? {} : { itemId }),
    ...(kind === "section" ? { level: levelOf(row) } : {}),
    // A row that was in the statement stands where it stands; one that a person added says where.
    ...(itemId === "" && kind !== "section" && section !== "" ? { section } : {}),
    ...(hasPriority && row.has("priority") ? { priority: readPriority(row) } : {}),
    ...(isRaised && row.has("borough") ? { raisedBy: readNames(row.get("borough")) } : {}),
    ...row.text("notes", (notes) => ({ notes })),
    ...(row.has("also known as") ? { aliases: readNames(row.get("also known as")) } : {}),
    ...(row.has("differs") ? { variations: readVariations(row, more.variations) } : {}),
    ...(row.has("not taken forward") ? { removed: readRemoved(row, more) } : {}),
    ...(more.origin ? { origin: more.origin } : {}),
    ...(more.extra ? { extra: more.extra } : {}),
  };
}

function readFields(row: Row, kind: ItemKind): Record<string, RichText> {
  const columns = new Map<string, OwnColumn>(
    Object.entries(fieldColumns).map(([column, field]) => [field, column as OwnColumn]),
  );
  columns.set(mainField(kind), "text");
  return Object.assign(
    {},
    ...itemKinds[kind].fields.map(({ name }) => {
      const column = columns.get(name);
      return column ? row.text(column, (text) => ({ [name]: text })) : {};
    }),
  ) as Record<string, RichText>;
}

function levelOf(row: Row): number {
  const level = Number(row.get("level"));
  return level === 2 || level === 3 ? level : 1;
}

function readPriority(row: Row): Priority | null {
  const said = row.get("priority").trim().toLowerCase().replaceAll("’", "'");
  if (said === "") return null;
  const isSaid = (word: string): boolean => word.trim().toLowerCase() === said;
  const { priorityWords } = row.about;
  const found =
    (priorityWords && allPriorities.find((priority) => isSaid(priorityWords[priority]))) ??
    allPriorities.find((priority) => isSaid(priority) || isSaid(defaultPriorityWords[priority]));
  if (found) return found;
  const words = Object.values(priorityWords ?? defaultPriorityWords).join(", ");
  row.problem(`“${said.slice(0, 60)}” is not a priority. Write one of these: ${words}.`);
  return null;
}

function readVariations(
  row: Row,
  keys: readonly string[],
): NonNullable<ProposedItem["variations"]> {
  const left = [...keys];
  return readDifferences(row.get("differs")).map((difference) => {
    const key = left.shift();
    return key === undefined ? difference : { ...difference, key };
  });
}

function readRemoved(row: Row, { removedWithoutWhy }: More): { why: string } | null {
  const why = row.get("not taken forward").trim();
  if (why === "") return null;
  return { why: removedWithoutWhy && why === "Yes" ? "" : why };
}

const moreShape = z.object({
  variations: z.array(z.string()).default([]),
  origin: z
    .object({
      title: z.string(),
      reference: z.string(),
      statementId: z.string().exactOptional(),
      itemId: z.string().exactOptional(),
    })
    .optional(),
  extra: z.record(z.string(), z.string()).optional(),
  removedWithoutWhy: z.boolean().default(false),
});

type More = z.output<typeof moreShape>;

/** What somebody changed there by hand counts for nothing. */
function readMore(cell: string): More {
  try {
    return moreShape.parse(JSON.parse(cell));
  } catch {
    return moreShape.parse({});
  }
}
