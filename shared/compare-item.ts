/**
 * One item at two moments: every part of it, with what changed in each. Promises by the rule of
 * decision 8 that what reads the same is the same: how words lie in pieces and space at the end of a
 * field do not count, formatting does.
 */
import { equalityDeep } from "lib0/function";
import type {
  FieldDifference,
  ItemComparison,
  ListDifference,
  VariationDifference,
} from "./comparison.ts";
import { itemKinds } from "./item-kinds.ts";
import type { Item, Variation } from "./items.ts";
import { hasWords } from "./plain-text.ts";
import { richDifference } from "./rich-difference.ts";
import type { RichText } from "./rich-text.ts";
import { textAsRead } from "./seen.ts";
import { boroughOfVariation } from "./variations.ts";

type ItemParts = Pick<
  ItemComparison,
  "fields" | "variations" | "priority" | "level" | "raisedBy" | "aliases"
>;

/**
 * Whether an item says on both sides the same, wherever it stands. Working notes do not count: they
 * are no part of what the statement says.
 */
export function isSameItem(before: Item, after: Item): boolean {
  if (before === after) return true;
  return (
    before.priority === after.priority &&
    before.level === after.level &&
    equalityDeep(before.raisedBy, after.raisedBy) &&
    equalityDeep(before.aliases, after.aliases) &&
    itemKinds[after.kind].fields.every(({ name }) =>
      readsAlike(before.fields[name], after.fields[name]),
    ) &&
    keysOf(before, after).every((key) => readsAlike(variation(before, key), variation(after, key)))
  );
}

/**
 * The parts with words on either side. At most one side is null: then everything is new or gone.
 * What has only one priority, level or list of boroughs says it for both sides.
 */
export function compareItem(before: Item | null, after: Item | null): ItemParts {
  const item = after ?? before;
  if (!item) throw new Error("There is nothing to compare.");
  const [was, is] = [before ?? item, after ?? item];
  return {
    fields: itemKinds[item.kind].fields.flatMap(({ name, label }) =>
      fieldDifference(name, label, before?.fields[name], after?.fields[name]),
    ),
    variations: keysOf(before, after).flatMap((key) =>
      variationDifference(key, variation(before, key), variation(after, key), item),
    ),
    priority: { before: was.priority, after: is.priority },
    level: { before: was.level, after: is.level },
    raisedBy: listDifference(was.raisedBy, is.raisedBy),
    aliases: listDifference(was.aliases, is.aliases),
  };
}

function fieldDifference(
  field: string,
  label: string,
  before: RichText | undefined,
  after: RichText | undefined,
): FieldDifference[] {
  if (!hasWords(before) && !hasWords(after)) return [];
  const isChanged = !readsAlike(before, after);
  return [{ field, label, isChanged, blocks: richDifference(isChanged ? before : after, after) }];
}

function variationDifference(
  key: string,
  before: RichText | undefined,
  after: RichText | undefined,
  item: Item,
): VariationDifference[] {
  const [was, is] = [hasWords(before), hasWords(after)];
  if (!was && !is) return [];
  const boroughId =
    item.variations.find((one) => one.key === key)?.boroughId ?? boroughOfVariation(key);
  const isSame = readsAlike(before, after);
  const fate = isSame ? "same" : !was ? "added" : is ? "changed" : "removed";
  return [{ key, boroughId, fate, blocks: richDifference(isSame ? after : before, after) }];
}

/** Whether two texts read the same. One without words reads like none. */
function readsAlike(before: RichText | undefined, after: RichText | undefined): boolean {
  if (before === after || equalityDeep(before, after)) return true;
  const [was, is] = [hasWords(before), hasWords(after)];
  if (!before || !after || !was || !is) return was === is;
  return equalityDeep(textAsRead(before), textAsRead(after));
}

/** Keys of the variations of both, those of the newer first. */
function keysOf(before: Item | null, after: Item | null): string[] {
  const all = [...(after?.variations ?? []), ...(before?.variations ?? [])];
  return all.length === 0 ? [] : [...new Set(all.map(({ key }) => key))];
}

function variation(item: Item | null, key: string): Variation["text"] | undefined {
  return item?.variations.find((one) => one.key === key)?.text;
}

function listDifference(before: readonly string[], after: readonly string[]): ListDifference {
  return {
    same: after.filter((one) => before.includes(one)),
    gone: before.filter((one) => !after.includes(one)),
    come: after.filter((one) => !before.includes(one)),
  };
}
