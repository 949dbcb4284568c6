/** Items of our own Word file while they are collected: for each field the blocks that stand for it. */
import type { ItemKind } from "../../../shared/item-kinds.ts";
import type { Block, Paragraph } from "./blocks.ts";

/** One field, or what differs for a borough, as it stands in the file. */
export interface Slot {
  readonly blocks: Block[];
  readonly authors: Set<string>;
}

export interface FoundVariation extends Slot {
  /** What follows the borough in its key, or null when its mark is gone. */
  tail: string | null;
  borough: string;
}

export interface FoundItem {
  readonly where: string;
  readonly kind: ItemKind;
  /** Null for one that somebody added, or whose marks are gone. */
  itemId: string | null;
  readonly level: number;
  readonly reference: string;
  /** The word in its column, or null where there is no such column. */
  readonly priority: string | null;
  readonly fields: Map<string, Slot>;
  readonly variations: FoundVariation[];
  readonly comments: string[];
}

export function newItem(
  kind: ItemKind,
  where: string,
  more: Partial<Pick<FoundItem, "level" | "reference" | "priority">>,
): FoundItem {
  return {
    where,
    kind,
    itemId: null,
    level: 1,
    reference: "",
    priority: null,
    fields: new Map(),
    variations: [],
    comments: [],
    ...more,
  };
}

/** The item's slot for that field, made when there is none. */
export function slotOf(item: FoundItem, field: string, block: Paragraph): Slot {
  const slot = emptySlot(item, field);
  for (const author of block.authors) slot.authors.add(author);
  return slot;
}

export function emptySlot(item: FoundItem, field: string): Slot {
  const slot = item.fields.get(field) ?? { blocks: [], authors: new Set() };
  item.fields.set(field, slot);
  return slot;
}

export function addTo(slot: Slot, words: Block, { authors }: Paragraph): void {
  slot.blocks.push(words);
  for (const author of authors) slot.authors.add(author);
}
