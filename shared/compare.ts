/**
 * Compares a statement at two moments, item by item. Promises that what it calls the same reads the
 * same, by the rule of decision 8; that as few items as can be count as moved; and that one that was
 * removed on both sides is not spoken of.
 */
import { compareItem, isSameItem } from "./compare-item.ts";
import { linkDifferences } from "./compare-links.ts";
import type {
  ComparedSide,
  Comparison,
  ComparisonCounts,
  FormerPlace,
  ItemComparison,
  ItemFate,
} from "./comparison.ts";
import { allPriorities, itemKinds } from "./item-kinds.ts";
import type { Item } from "./items.ts";
import { plainText } from "./plain-text.ts";
import type { RecordState } from "./record-state.ts";
import type { RichNode } from "./rich-text.ts";
import { runDifference } from "./run-difference.ts";
import { stayingIn } from "./smallest-moves.ts";
import type { WholeStatement } from "./whole-statement.ts";

/** @param from the older side, and `to` the newer, of one statement */
export function compareStatements(from: WholeStatement, to: WholeStatement): Comparison {
  const [before, after] = [sideOf(from), sideOf(to)];
  const links = linkDifferences(from.record, to.record);
  const items: ItemComparison[] = [];
  const counts = { added: 0, removed: 0, putBack: 0, changed: 0, moved: 0, linked: 0, same: 0 };
  for (const { item, fate, isMoved } of placesBetween(from.items, to.items)) {
    const was = before.byId.get(item.id) ?? null;
    const is = after.byId.get(item.id) ?? null;
    const changedLinks =
      item.kind === "requirement" && fate !== "removed" ? (links.get(item.id) ?? []) : [];
    const isChanged = fate === "kept" && was !== null && is !== null && !isSameItem(was, is);
    count(counts, fate, isChanged, isMoved, changedLinks.length > 0);
    if (fate === "kept" && !isChanged && !isMoved && changedLinks.length === 0) continue;
    items.push({
      itemId: item.id,
      kind: item.kind,
      reference: to.record.references.get(item.id) ?? from.record.references.get(item.id) ?? null,
      fate,
      why: fate === "removed" ? (after.all.get(item.id)?.removed?.why ?? "") : "",
      isChanged,
      movedFrom: isMoved ? formerPlace(item.id, before, from.record) : null,
      section: (fate === "removed" ? before : after).sectionOf.get(item.id) ?? "",
      ...compareItem(fate === "added" || fate === "put-back" ? null : was, is),
      links: changedLinks,
    });
  }
  return {
    from: nameOf(from),
    to: nameOf(to),
    title: from.title === to.title ? null : runDifference(wordsOf(from.title), wordsOf(to.title)),
    priorityWords: allPriorities.flatMap((priority) => {
      const words = { before: from.priorityWords[priority], after: to.priorityWords[priority] };
      return words.before === words.after ? [] : [{ priority, ...words }];
    }),
    counts,
    items,
    boroughs: boroughNames(items, [from.record, to.record]),
  };
}

/** Where an item stands among both sides' items, and what became of it. */
export interface PlaceBetween {
  readonly item: Item;
  readonly fate: ItemFate;
  readonly isMoved: boolean;
}

/** Everything that is on either side, in the order of the newer; what was removed is where it stood. */
export function placesBetween(from: readonly Item[], to: readonly Item[]): PlaceBetween[] {
  const before = from.filter(isShown);
  const after = to.filter(isShown);
  const ids = (items: readonly Item[]): ReadonlySet<string> => new Set(items.map(({ id }) => id));
  const [wasShown, isNowShown, wasThere] = [ids(before), ids(after), ids(from)];
  const staying = new Set(
    stayingIn(
      before.flatMap(({ id }) => (isNowShown.has(id) ? [id] : [])),
      after.flatMap(({ id }) => (wasShown.has(id) ? [id] : [])),
    ),
  );
  /** What was removed, by the staying item that it stood behind; "" for the beginning. */
  const removedAfter = new Map<string, PlaceBetween[]>();
  let last = "";
  for (const item of before) {
    if (staying.has(item.id)) last = item.id;
    else if (!isNowShown.has(item.id)) {
      const here = removedAfter.get(last) ?? [];
      here.push({ item, fate: "removed", isMoved: false });
      removedAfter.set(last, here);
    }
  }
  return [
    ...(removedAfter.get("") ?? []),
    ...after.flatMap((item): PlaceBetween[] => {
      const { id } = item;
      const fate = wasShown.has(id) ? "kept" : wasThere.has(id) ? "put-back" : "added";
      const here = { item, fate, isMoved: fate === "kept" && !staying.has(id) } as const;
      return [here, ...(staying.has(id) ? (removedAfter.get(id) ?? []) : [])];
    }),
  ];
}

interface Side {
  /** Those that are taken forward. */
  readonly byId: ReadonlyMap<string, Item>;
  readonly all: ReadonlyMap<string, Item>;
  readonly sectionOf: ReadonlyMap<string, string>;
  /** Item id → the item before it; null for the first. */
  readonly behind: ReadonlyMap<string, Item | null>;
}

function sideOf({ items }: WholeStatement): Side {
  const byId = new Map<string, Item>();
  const sectionOf = new Map<string, string>();
  const behind = new Map<string, Item | null>();
  let [section, last]: [string, Item | null] = ["", null];
  for (const item of items) {
    if (!isShown(item)) continue;
    byId.set(item.id, item);
    sectionOf.set(item.id, section);
    behind.set(item.id, last);
    if (item.kind === "section") section = titleOf(item);
    last = item;
  }
  return { byId, all: new Map(items.map((item) => [item.id, item])), sectionOf, behind };
}

function isShown(item: Item): boolean {
  return item.removed === null;
}

function formerPlace(
  itemId: string,
  { sectionOf, behind }: Side,
  record: RecordState,
): FormerPlace {
  const after = behind.get(itemId) ?? null;
  return {
    section: sectionOf.get(itemId) ?? "",
    after: after && { itemId: after.id, name: spokenName(after, record) },
  };
}

/** "R-12", "section “Repairs”", or the kind of what has no reference. */
function spokenName(item: Item, record: RecordState): string {
  const kind = itemKinds[item.kind].label.toLowerCase();
  if (item.kind === "section") return `${kind} “${titleOf(item)}”`;
  return record.references.get(item.id) ?? kind;
}

function titleOf(section: Item): string {
  const title = section.fields["title"];
  return title ? plainText(title).trim() : "";
}

type Counts = { -readonly [name in keyof ComparisonCounts]: number };

function count(
  counts: Counts,
  fate: ItemFate,
  isChanged: boolean,
  isMoved: boolean,
  isLinked: boolean,
): void {
  if (isMoved) counts.moved += 1;
  if (fate === "added") counts.added += 1;
  else if (fate === "removed") counts.removed += 1;
  else if (fate === "put-back") counts.putBack += 1;
  else if (isChanged) counts.changed += 1;
  else if (isLinked) counts.linked += 1;
  else if (!isMoved) counts.same += 1;
}

function nameOf({ version, at }: WholeStatement): ComparedSide {
  return {
    number: version?.number ?? null,
    name: version?.name ?? "",
    issued: version?.issued ?? null,
    at,
  };
}

function wordsOf(text: string): RichNode[] {
  return [{ type: "text", text }];
}

function boroughNames(
  items: readonly ItemComparison[],
  records: readonly RecordState[],
): Record<string, string> {
  const named = new Set(
    items.flatMap(({ variations, raisedBy }) => [
      ...variations.map(({ boroughId }) => boroughId),
      ...raisedBy.same,
      ...raisedBy.gone,
      ...raisedBy.come,
    ]),
  );
  const names: Record<string, string> = {};
  for (const { people } of records) {
    for (const { boroughId, boroughName } of people.values()) {
      if (named.has(boroughId)) names[boroughId] = boroughName;
    }
  }
  return names;
}
