/** What the document shows when it is filtered, and whether an item fits. Pure. */
import type { ItemKind, Priority } from "../../shared/item-kinds.ts";
import { itemHasWords, type Item } from "../../shared/items.ts";
import { plainText } from "../../shared/plain-text.ts";
import { variationsShown } from "../../shared/variations.ts";
import type { ItemStore } from "../connection/item-store.ts";

export interface Filter {
  /** "" for all. */
  readonly kind: ItemKind | "";
  readonly priority: Priority | "";
  /** Id of a borough. */
  readonly borough: string;
  readonly onlyNotCovered: boolean;
  readonly onlyHinted: boolean;
  /** Only items with a note of the own borough. */
  readonly onlyNoted: boolean;
  readonly onlyDiffering: boolean;
  /** Words, a reference or an alias. */
  readonly words: string;
}

export const noFilter: Filter = {
  kind: "",
  priority: "",
  borough: "",
  onlyNotCovered: false,
  onlyHinted: false,
  onlyNoted: false,
  onlyDiffering: false,
  words: "",
};

export function isFiltering(filter: Filter): boolean {
  return (
    filter.kind !== "" ||
    filter.priority !== "" ||
    filter.borough !== "" ||
    filter.onlyNotCovered ||
    filter.onlyHinted ||
    filter.onlyNoted ||
    filter.onlyDiffering ||
    filter.words.trim() !== ""
  );
}

export interface FilterContext {
  readonly references: ReadonlyMap<string, string>;
  /** Needs and outcomes that no requirement meets. */
  readonly notCovered: Pick<ReadonlySet<string>, "has">;
  /** Items with a wording hint that nobody dismissed. */
  readonly hinted: Pick<ReadonlySet<string>, "has">;
  /** Items with a note that only the own borough sees. */
  readonly noted: ReadonlyMap<string, unknown>;
}

/** A section's title does not fit by itself: it is shown with what fits in it. */
export function fits(item: Item, filter: Filter, context: FilterContext): boolean {
  const { kind, priority, borough, onlyNotCovered, onlyHinted, onlyNoted, onlyDiffering } = filter;
  // One that was just made is about to be written in.
  if (!itemHasWords(item)) return true;
  if (kind !== "" && item.kind !== kind) return false;
  if (priority !== "" && item.priority !== priority) return false;
  if (borough !== "" && !item.raisedBy.includes(borough)) return false;
  if (onlyNotCovered && !context.notCovered.has(item.id)) return false;
  if (onlyDiffering && variationsShown(item).length === 0) return false;
  if (onlyHinted && !context.hinted.has(item.id)) return false;
  if (onlyNoted && !context.noted.has(item.id)) return false;
  return hasWordsOf(item, filter.words, context.references.get(item.id));
}

/**
 * Ids of the items that fit, and of the sections they stand in.
 * @param shown ids of all items that could be, in order
 */
export function idsThatFit(
  shown: readonly string[],
  items: ItemStore,
  filter: Filter,
  context: FilterContext,
): { readonly ids: ReadonlySet<string>; readonly count: number } {
  const ids = new Set<string>();
  let count = 0;
  /** Titles above the item at hand, by depth. */
  let titles: { readonly id: string; readonly level: number }[] = [];
  for (const id of shown) {
    const item = items.item(id);
    if (!item) continue;
    if (item.kind === "section") {
      titles = [...titles.filter(({ level }) => level < item.level), { id, level: item.level }];
    }
    if (!fits(item, filter, context)) continue;
    if (item.kind !== "section" || filter.kind === "section") count += 1;
    else if (filter.words.trim() === "") continue;
    else count += 1;
    for (const title of titles) ids.add(title.id);
    ids.add(id);
  }
  return { ids, count };
}

function hasWordsOf(item: Item, words: string, reference: string | undefined): boolean {
  const wanted = words.trim().toLowerCase();
  if (wanted === "") return true;
  const isReference = /^[a-z]-?\d+$/.test(wanted);
  if (isReference && reference?.toLowerCase().replace("-", "") === wanted.replace("-", ""))
    return true;
  const said = wordsIn(item);
  return wanted.split(/\s+/).every((word) => said.includes(word));
}

const known = new WeakMap<Item, string>();

/** Everything an item says, in lower case. Items never change in place. */
function wordsIn(item: Item): string {
  let words = known.get(item);
  if (words === undefined) {
    const differing = item.variations.map(({ text }) => text);
    const texts = [...Object.values(item.fields), ...differing, item.notes].map(plainText);
    const origin = item.origin ? [item.origin.title, item.origin.reference] : [];
    words = [...texts, ...item.aliases, ...origin].join("\n").toLowerCase();
    known.set(item, words);
  }
  return words;
}
