/**
 * Whose words are whose in our own Word file: walks its body and collects, for each field of each item,
 * the blocks that stand for it. Goes by the marks first, then by the labels that we print, then by the
 * columns of the tables, so that a file that lost one of them still comes back.
 */
import { fieldOf, itemKinds, type ItemKind } from "../../../shared/item-kinds.ts";
import {
  cellLine,
  lineOf,
  paragraphsOf,
  type Block,
  type Paragraph,
  type Row,
  type Table,
} from "./blocks.ts";
import { addTo, emptySlot, newItem, slotOf, type FoundItem, type Slot } from "./found-item.ts";
import type { MarkOf } from "./marks.ts";
import { boroughIn, fieldOfLabel, isDiffers, marksOf, partsOf, type Part } from "./our-marks.ts";
import { unmarkedFields } from "./unmarked-fields.ts";

export interface FoundWords {
  readonly title: string;
  readonly items: readonly FoundItem[];
}

export function findOurWords(blocks: readonly Block[]): FoundWords {
  const walk: Walk = { items: [], text: null, title: "" };
  for (const block of blocks) {
    if (marksOf(block).some(({ of }) => of === "end")) break;
    if (block.type === "table") walkTable(block, walk);
    else walkParagraph(block, walk);
  }
  return { title: walk.title, items: walk.items };
}

interface Walk {
  readonly items: FoundItem[];
  /** The text that goes on at body level. */
  text: { readonly item: FoundItem; readonly slot: Slot } | null;
  title: string;
}

const ours = {
  label: "needlinelabel",
  note: "needlinenote",
  items: "needlineitems",
} as const;

/** Lines that we print before the first section. */
const front = new Set(["title", "subtitle", "tocheading", ours.note]);

function walkParagraph(block: Paragraph, walk: Walk): void {
  if (front.has(block.style)) {
    if (block.style === "title") walk.title = lineOf(block);
    walk.text = null;
    return;
  }
  const mark = marksOf(block).find(({ of }) => of === "field");
  if (block.heading !== null || (mark?.of === "field" && mark.kind === "section")) {
    walk.text = null;
    const own = withoutLabels(block);
    if (lineOf(own) === "" && !mark) return;
    const item = newItem("section", block.where, { level: Math.min(block.heading ?? 1, 3) });
    if (mark?.of === "field") item.itemId = mark.itemId;
    slotOf(item, "title", block).blocks.push(own);
    item.comments.push(...block.comments);
    walk.items.push(item);
    return;
  }
  walkText(block, walk);
}

/** Text between the tables: an item of its own from its mark on. */
function walkText(block: Paragraph, walk: Walk): void {
  for (const part of partsOf(block)) {
    if (part.mark?.of === "field") {
      const item = newItem(part.mark.kind, block.where, {});
      item.itemId = part.mark.itemId;
      walk.items.push(item);
      walk.text = { item, slot: slotOf(item, part.mark.field, block) };
    } else if (walk.text && (part.mark || isDiffers(part.label))) {
      const slot = variationSlot(walk.text.item, part.label, part.mark, block);
      walk.text = { item: walk.text.item, slot };
    }
    if (lineOf(part.words) === "") continue;
    if (!walk.text) {
      const item = newItem("text", block.where, {});
      walk.items.push(item);
      walk.text = { item, slot: slotOf(item, "body", block) };
    }
    addTo(walk.text.slot, part.words, block);
    walk.text.item.comments.push(...block.comments);
  }
}

function walkTable(table: Table, walk: Walk): void {
  const kind = kindOfRows(table);
  if (kind === null) {
    const mark = marksOf(table).find(({ of }) => of === "field");
    if (mark?.of === "field") {
      const item = newItem(mark.kind, table.where, {});
      item.itemId = mark.itemId;
      walk.items.push(item);
      walk.text = { item, slot: emptySlot(item, mark.field) };
    }
    if (!walk.text) {
      const item = newItem("text", table.where, {});
      walk.items.push(item);
      walk.text = { item, slot: emptySlot(item, "body") };
    }
    walk.text.slot.blocks.push(table);
    for (const paragraph of paragraphsOf(table))
      for (const author of paragraph.authors) walk.text.slot.authors.add(author);
    return;
  }
  walk.text = null;
  for (const row of table.rows) {
    if (kindOfHead(row) !== null) continue;
    const item = walkRow(row, kind);
    if (item) walk.items.push(item);
  }
}

/** Null for a table that stands in a text. */
function kindOfRows({ style, rows }: Table): ItemKind | null {
  const [first] = rows;
  const kind = first ? kindOfHead(first) : null;
  const isMarked = rows.some(({ cells }) =>
    cells.some(({ blocks }) => blocks.flatMap(marksOf).some(isReferenced)),
  );
  if (kind !== null) return kind;
  return isMarked || style === ours.items ? "requirement" : null;
}

/** Our columns and, in each row, a reference as we give them. */
export function isOurTable({ rows: [head, ...rows] }: Table): boolean {
  if (!head || kindOfHead(head) === null || rows.length === 0) return false;
  return rows.every(({ cells: [first] }) => first && /^(?:[NOR]-\d+|New)$/.test(cellLine(first)));
}

/** Whether a mark is of an item that stands in a table. */
function isReferenced(mark: MarkOf): boolean {
  return mark.of === "field" && itemKinds[mark.kind].referenceLetter !== null;
}

/** The words at the head of our tables of items. */
function kindOfHead({ cells }: Row): ItemKind | null {
  const [reference, words, priority] = cells.map(cellLine);
  if (reference !== "Reference" || cells.length > 3) return null;
  switch (words) {
    case "Outcome":
      return cells.length === 2 ? "outcome" : null;
    case "Need":
      return priority === "Priority" ? "need" : null;
    case "Requirement":
      return priority === "Priority" ? "requirement" : null;
    default:
      return null;
  }
}

function walkRow(row: Row, headKind: ItemKind): FoundItem | null {
  const [first, second, third] = row.cells;
  if (!first || !second) return null;
  const said = cellLine(first);
  // What we print for an item that has no reference yet.
  const reference = said === "New" ? "" : said;
  const own = second.blocks.flatMap(marksOf).find((mark) => mark.of === "field");
  const item = newItem(own?.kind ?? headKind, row.where, {
    reference,
    priority: third ? cellLine(third) : null,
  });
  item.itemId = own?.itemId ?? null;
  let slot: Slot | null = null;
  let before: Paragraph[] = [];
  let isFound = false;
  for (const block of second.blocks) {
    if (block.type === "table") {
      slot?.blocks.push(block);
      continue;
    }
    if (block.style === ours.note) {
      slot = null;
      continue;
    }
    item.comments.push(...block.comments);
    for (const part of partsOf(block)) {
      const next: Slot | null = slotFor(part, item, block);
      if (next) {
        // Words before the first mark were typed there; words before a label have lost their mark.
        if (part.mark?.of === "field") for (const early of before) addTo(next, early, block);
        else unmarkedFields(before, item);
        before = [];
        slot = next;
        isFound = true;
      } else if (part.label !== "") slot = null;
      if (lineOf(part.words) === "") continue;
      if (slot) addTo(slot, part.words, block);
      else before.push(part.words);
    }
  }
  if (isFound) unmarkedFields(before, item);
  else unmarkedFields(second.blocks, item);
  const isEmpty = item.fields.size === 0 && item.variations.length === 0;
  return isEmpty && reference === "" ? null : item;
}

/** The field or variation that begins with a part, or null. */
function slotFor({ mark, label }: Part, item: FoundItem, block: Paragraph): Slot | null {
  if (mark?.of === "field")
    return mark.itemId === item.itemId && fieldOf(item.kind, mark.field)
      ? slotOf(item, mark.field, block)
      : null;
  if (mark?.of === "variation" || isDiffers(label)) return variationSlot(item, label, mark, block);
  const field = fieldOfLabel(item.kind, label);
  return field === null ? null : slotOf(item, field, block);
}

/** Its mark and its label may stand in either order, in one paragraph or in two. */
function variationSlot(
  { variations }: FoundItem,
  label: string,
  mark: MarkOf | null,
  block: Paragraph,
): Slot {
  const tail = mark?.of === "variation" ? mark.tail : null;
  const borough = boroughIn(label);
  const last = variations.at(-1);
  const isSame =
    last?.blocks.length === 0 &&
    (tail === null || last.tail === null) &&
    (borough === "" || last.borough === "");
  const found = isSame ? last : { tail: null, borough: "", blocks: [], authors: new Set<string>() };
  found.tail ??= tail;
  if (found.borough === "") found.borough = borough;
  for (const author of block.authors) found.authors.add(author);
  if (!isSame) variations.push(found);
  return found;
}

function withoutLabels(block: Paragraph): Paragraph {
  return { ...block, list: null, pieces: block.pieces.filter(({ label }) => label !== true) };
}
