/**
 * The statement as one borough reads it: the common text with what differs for that borough, without
 * what the borough has said does not apply to it.
 */
import type { Item } from "./items.ts";
import type { RecordState } from "./record-state.ts";
import { saysTheSame } from "./changed-since.ts";
import { variationsShown } from "./variations.ts";

export interface AsBorough {
  /** In order, none that is removed; each with that borough's own variations only. */
  readonly items: readonly Item[];
  /** Ids of the items that do not apply to it. */
  readonly leftOut: readonly string[];
  /** Ids of the items for which something differs, of those that are left in. */
  readonly differ: readonly string[];
  /** Ids of items that did not apply to it and say something else since: left in, to be looked at again. */
  readonly changedSince: readonly string[];
}

/** @param items all, in the order of the statement */
export function itemsAs(
  items: readonly Item[],
  record: Pick<RecordState, "positions">,
  boroughId: string,
): AsBorough {
  const leftOut: string[] = [];
  const differ: string[] = [];
  const changedSince: string[] = [];
  const left: Item[] = [];
  for (const item of items) {
    if (item.removed) continue;
    const { isOut, isChanged, differs } = standingAs(item, record, boroughId);
    if (isOut) {
      leftOut.push(item.id);
      continue;
    }
    if (isChanged) changedSince.push(item.id);
    if (differs) differ.push(item.id);
    left.push(item);
  }
  const emptied = emptiedSections(items, new Set(leftOut));
  return {
    items: left.filter(({ id }) => !emptied.has(id)).map((item) => withOwn(item, boroughId)),
    leftOut,
    differ,
    changedSince,
  };
}

/** How a borough reads one item that is taken forward. */
export interface StandingAs {
  /** It does not apply to the borough, which said so on the words as they are. */
  readonly isOut: boolean;
  /** It did not apply, and says something else since. */
  readonly isChanged: boolean;
  /** It is left in, and something differs for the borough. */
  readonly differs: boolean;
}

export function standingAs(
  item: Item,
  { positions }: Pick<RecordState, "positions">,
  boroughId: string,
): StandingAs {
  const position = positions.get(item.id)?.get(boroughId);
  const doesNotApply = position?.stance === "does-not-apply";
  const isOut = doesNotApply && saysTheSame(position.seen, item, boroughId);
  return {
    isOut,
    isChanged: doesNotApply && !isOut,
    differs: !isOut && variationsShown(item, boroughId).length > 0,
  };
}

/** The item with that borough's variations only; the same object when it has no others. */
function withOwn(item: Item, boroughId: string): Item {
  const own = variationsShown(item, boroughId);
  return own.length === item.variations.length ? item : { ...item, variations: own };
}

/** Sections of which nothing is left: a title over nothing would read like a mistake. */
function emptiedSections(
  items: readonly Item[],
  leftOut: ReadonlySet<string>,
): ReadonlySet<string> {
  const emptied = new Set<string>();
  if (leftOut.size === 0) return emptied;
  /** Titles above the item at hand, and whether anything is left out or left in below them. */
  let open: { readonly id: string; readonly level: number; out: boolean; in: boolean }[] = [];
  const close = (level: number): void => {
    for (const section of open) {
      if (section.level >= level && section.out && !section.in) emptied.add(section.id);
    }
    open = open.filter((section) => section.level < level);
  };
  for (const { id, kind, level, removed } of items) {
    if (removed) continue;
    if (kind === "section") {
      close(level);
      open.push({ id, level, out: false, in: false });
      continue;
    }
    for (const section of open) section[leftOut.has(id) ? "out" : "in"] = true;
  }
  close(1);
  return emptied;
}
