/** The rows of our own tables, from the items of a statement. Promises that `readOwnTable` makes the same items of them. */
import { writeCellText } from "../../../shared/cell-text.ts";
import { itemKinds, mainField, type Priority } from "../../../shared/item-kinds.ts";
import type { Item } from "../../../shared/items.ts";
import { plainText } from "../../../shared/plain-text.ts";
import type { RecordState } from "../../../shared/record-state.ts";
import { emptyRichText } from "../../../shared/rich-text.ts";
import { variationsShown } from "../../../shared/variations.ts";
import type { WholeStatement } from "../../../shared/whole-statement.ts";
import { boroughNames } from "../export/borough-names.ts";
import { linksFrom } from "../export/links-from.ts";
import { writeDifferences, writeLinks, writeNames } from "./cell-lists.ts";
import { guardCell } from "./guard-cell.ts";
import { fieldColumns, itemColumn, ownColumns } from "./own-columns.ts";

/** Every column of one row. */
export type OwnRow = Readonly<Record<(typeof ownColumns)[number], string>>;

/** @param words what is printed for each priority; their own names where nobody says */
export function writeOwnRows(
  { items, record }: Pick<WholeStatement, "items" | "record">,
  words: Readonly<Record<Priority, string>> | null = null,
): OwnRow[] {
  const names = boroughNames(record);
  let section = "";
  return items.map((item) => {
    const row = writeRow(item, { record, names, words, section });
    if (item.kind === "section") section = titleOf(item);
    return row;
  });
}

interface About {
  readonly record: RecordState;
  readonly names: (boroughId: string) => string;
  readonly words: Readonly<Record<Priority, string>> | null;
  readonly section: string;
}

function writeRow(item: Item, { record, names, words, section }: About): OwnRow {
  const { kind, priority } = item;
  const text = (field: string) => writeCellText(item.fields[field] ?? emptyRichText);
  const has = new Set(itemKinds[kind].fields.map(({ name }) => name));
  const fields = Object.entries(fieldColumns).map(
    ([column, field]) => [column, has.has(field) ? text(field) : ""] as const,
  );
  const variations = variationsShown(item);
  const row: Record<string, string> = {
    ...Object.fromEntries(fields),
    kind,
    reference: record.references.get(item.id) ?? "",
    section: kind === "section" ? titleOf(item) : section,
    level: kind === "section" ? String(item.level) : "",
    text: text(mainField(kind)),
    priority: priority === null ? "" : (words?.[priority] ?? priority),
    meets: writeLinks(linksFrom(item.id, record)),
    borough: writeNames(item.raisedBy.map(names)),
    differs: writeDifferences(
      variations.map((variation) => ({
        borough: names(variation.boroughId),
        text: variation.text,
      })),
    ),
    notes: writeCellText(item.notes),
    "also known as": writeNames(item.aliases),
    "not taken forward": item.removed ? item.removed.why || "Yes" : "",
    [itemColumn]: item.id,
    "needline more": moreOf(
      item,
      variations.map(({ key }) => key),
    ),
  };
  return Object.fromEntries(
    ownColumns.map((column) => [column, guardCell(row[column] ?? "")]),
  ) as OwnRow;
}

/** What has no column that people would read, or "". */
function moreOf({ origin, extra, removed }: Item, variations: readonly string[]): string {
  const more = {
    ...(variations.length > 0 ? { variations } : {}),
    ...(origin ? { origin } : {}),
    ...(Object.keys(extra).length > 0 ? { extra } : {}),
    ...(removed && removed.why === "" ? { removedWithoutWhy: true } : {}),
  };
  return Object.keys(more).length > 0 ? JSON.stringify(more) : "";
}

function titleOf(section: Item): string {
  return plainText(section.fields["title"] ?? emptyRichText)
    .replace(/\s+/g, " ")
    .trim();
}
