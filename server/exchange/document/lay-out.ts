/**
 * A statement laid out for reading, the same for Word, HTML and Markdown: sections, texts, and runs of
 * outcomes, needs or requirements that stand in a table. Promises that every word of every item that is
 * taken forward is in it, in order, and that an item without words is not.
 */
import { itemKinds, mainField, type ItemKind } from "../../../shared/item-kinds.ts";
import { itemHasWords, type Item } from "../../../shared/items.ts";
import { hasWords } from "../../../shared/plain-text.ts";
import type { RichText } from "../../../shared/rich-text.ts";
import type { How } from "../../../shared/thread.ts";
import { variationField, variationsShown } from "../../../shared/variations.ts";
import type { WholeStatement } from "../../../shared/whole-statement.ts";
import type { Names } from "./names.ts";

/** What of an export's options decides what is laid out. */
export interface LayOutOptions {
  readonly withNeeds: boolean;
}

export type Part =
  | {
      readonly of: "section";
      readonly item: Item;
      readonly level: number;
      readonly title: RichText;
    }
  | { readonly of: "text"; readonly item: Item; readonly fields: readonly LaidField[] }
  | { readonly of: "table"; readonly kind: RowKind; readonly rows: readonly Row[] };

/** Kinds of which a statement has tables. */
export type RowKind = Exclude<ItemKind, "section" | "text">;

export interface Row {
  readonly item: Item;
  readonly reference: string;
  /** As the statement prints it; null for a kind without, or while nobody said. */
  readonly priority: string | null;
  readonly fields: readonly LaidField[];
  /** Names of boroughs. */
  readonly raisedBy: readonly string[];
  /** What it meets of what is in the file, oldest first. */
  readonly meets: readonly Meeting[];
}

/** A field with words, or what differs for a borough. */
export interface LaidField {
  /** Its name, or `variation:…`. */
  readonly name: string;
  /** What stands before it: "Measure", "Differs for Hackney"; "" for the item's own words. */
  readonly label: string;
  readonly text: RichText;
}

export interface Meeting {
  readonly itemId: string;
  readonly reference: string;
  readonly how: How;
}

/** @param whole only what is to be written */
export function layOut(
  whole: WholeStatement,
  names: Names,
  options: LayOutOptions,
): readonly Part[] {
  const items = itemsWritten(whole, options);
  const inFile = new Map(items.map((item) => [item.id, item]));
  const parts: Part[] = [];
  let rows: Row[] = [];
  for (const item of items) {
    const { kind } = item;
    if (kind === "section") {
      parts.push({ of: "section", item, level: item.level, title: titleOf(item) });
    } else if (kind === "text") {
      parts.push({ of: "text", item, fields: fieldsOf(item, names) });
    } else {
      const row = rowOf(item, whole, names, inFile);
      const last = parts.at(-1);
      if (last?.of === "table" && last.kind === kind) rows.push(row);
      else parts.push({ of: "table", kind, rows: (rows = [row]) });
    }
  }
  return parts;
}

/** Those that are laid out: taken forward and with words. */
export function itemsWritten({ items }: WholeStatement, options: LayOutOptions): readonly Item[] {
  return items.filter(
    (item) =>
      !item.removed &&
      (item.kind === "section" || itemHasWords(item)) &&
      (options.withNeeds || item.kind !== "need"),
  );
}

function titleOf(item: Item): RichText {
  return item.fields[mainField(item.kind)] ?? { type: "doc", content: [] };
}

function rowOf(
  item: Item,
  { record, priorityWords }: WholeStatement,
  names: Names,
  inFile: ReadonlyMap<string, Item>,
): Row {
  const reference = record.references.get(item.id) ?? "";
  const meets = (record.threadsByItem.get(item.id) ?? []).flatMap((threadId): Meeting[] => {
    const link = record.threads.get(threadId)?.meets;
    const to = link ? record.references.get(link.needId) : undefined;
    if (!link || link.withdrawn || to === undefined || !inFile.has(link.needId)) return [];
    return [{ itemId: link.needId, reference: to, how: link.how }];
  });
  return {
    item,
    reference,
    priority: item.priority === null ? null : priorityWords[item.priority],
    fields: fieldsOf(item, names),
    raisedBy: item.raisedBy.map(names.borough),
    meets,
  };
}

function fieldsOf(item: Item, names: Names): LaidField[] {
  const main = mainField(item.kind);
  const fields = itemKinds[item.kind].fields.flatMap(({ name, label }) => {
    const text = item.fields[name];
    return text && hasWords(text) ? [{ name, label: name === main ? "" : label, text }] : [];
  });
  const variations = variationsShown(item).map(({ key, boroughId, text }) => ({
    name: variationField(key),
    label: `Differs for ${names.borough(boroughId)}`,
    text,
  }));
  return [...fields, ...variations];
}
