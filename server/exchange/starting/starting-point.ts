/**
 * What a new statement begins with, worked out before it is made: its items, the entry that says where
 * they are from, their references in order, and its links. All of it is then kept in one act.
 */
import type { Anchor } from "../../../shared/anchors.ts";
import { beginFrom } from "../../../shared/commands/begin-from.ts";
import { referencesDue } from "../../../shared/commands/give-references.ts";
import type { CommandContext } from "../../../shared/commands/command.ts";
import { meetNeed } from "../../../shared/commands/meet-need.ts";
import type { Member } from "../../../shared/access.ts";
import type { EntryDraft } from "../../../shared/entry.ts";
import type { Item, NewItem } from "../../../shared/items.ts";
import type { Priority } from "../../../shared/item-kinds.ts";
import { ordersBetween } from "../../../shared/order.ts";
import { emptyRecord } from "../../../shared/record-state.ts";
import type { Seen } from "../../../shared/seen.ts";
import type { How } from "../../../shared/thread.ts";
import { itemOfNew } from "./item-of-new.ts";

export interface StartingPoint {
  /** Of the earlier statement, or of the outline. */
  readonly from: { readonly statementId: string } | { readonly outline: string };
  readonly title: string;
  /** In their order, with the ids that the links name; new ids are given when it is made. */
  readonly items: readonly Omit<NewItem, "order">[];
  readonly links: readonly StartingLink[];
  /** What it prints for priorities, when it has words of its own. */
  readonly priorityWords?: Readonly<Record<Priority, string>>;
}

export interface StartingLink {
  readonly needId: string;
  readonly anchor: Anchor;
  readonly how: How;
  readonly because: string;
  /** What the two said when it was last said to hold; what they say now when left out. */
  readonly seen?: { readonly requirement: Seen; readonly need: Seen };
}

export interface Beginning {
  readonly items: readonly NewItem[];
  readonly drafts: readonly EntryDraft[];
  readonly priorityWords: StartingPoint["priorityWords"];
}

/** @param member who makes the statement, and says with it that the links hold */
export function beginFromPoint(
  point: StartingPoint,
  member: Member,
  newId: () => string,
): Beginning {
  const tail = newId()
    .replace(/[^0-9A-Za-z]/g, "")
    .slice(0, 6);
  const orders = ordersBetween(null, null, tail, point.items.length);
  const ids = new Map(point.items.map(({ id }) => [id, newId()]));
  const idOf = (id: string): string => ids.get(id) ?? id;
  const items = point.items.map((item, place) => ({
    ...item,
    id: idOf(item.id),
    order: orders[place] ?? "",
  }));
  const read = items.map(itemOfNew);
  const references = referencesDue(emptyRecord, read);
  const links = linkDrafts(point.links, { read, member, newId, idOf });
  return {
    items,
    drafts: [beginDraft(point, links.length), ...(references ? [references] : []), ...links],
    priorityWords: point.priorityWords,
  };
}

function beginDraft({ from, title, items }: StartingPoint, links: number): EntryDraft {
  return {
    type: beginFrom.name,
    facts: {
      statementId: null,
      outline: null,
      ...from,
      counts: { items: items.length, links },
    },
    words: { title },
  };
}

function linkDrafts(
  links: readonly StartingLink[],
  {
    read,
    member,
    newId,
    idOf,
  }: {
    read: readonly Item[];
    member: Member;
    newId: () => string;
    idOf: (id: string) => string;
  },
): EntryDraft[] {
  const itemsById = new Map(read.map((item) => [item.id, item]));
  const context: CommandContext = {
    member,
    record: emptyRecord,
    newId,
    item: (id) => itemsById.get(id),
    textToKeep() {
      throw new Error("A link keeps no version.");
    },
  };
  return links.map(({ anchor, needId, how, because, seen }) => {
    const args = { anchor: { ...anchor, itemId: idOf(anchor.itemId) }, needId: idOf(needId) };
    const decided = meetNeed.decide({ ...args, how, because }, context);
    return seen === undefined ? decided : { ...decided, words: { ...decided.words, seen } };
  });
}
