/**
 * Which item of the statement each item of a file is: by its id, its reference, a reference it had
 * elsewhere, a section's title, the same words. Promises that an item is found once at most, that it is
 * of the same kind, and that somebody is asked wherever words are only alike.
 */
import type { Item } from "../../../shared/items.ts";
import type { ProposedItem } from "../../../shared/proposed-file.ts";
import { likeness } from "../../../shared/resemblance.ts";
import { AlikeItems } from "./find-alike.ts";
import { evenWords, type ImportTarget } from "./import-target.ts";
import { ownWordsOf } from "./words-of.ts";

export type Match =
  | { readonly state: "new" }
  | { readonly state: "found"; readonly item: Item }
  | { readonly state: "ask"; readonly likely: readonly Item[] };

/** Below this, words have so little in common that a shared reference may be chance. */
const chance = 0.25;

/** By key. */
export function matchItems(
  proposed: readonly ProposedItem[],
  target: ImportTarget,
): Map<string, Match> {
  const matches = new Map<string, Match>();
  const taken = new Set<string>();
  const find = (key: string, item: Item): void => {
    taken.add(item.id);
    matches.set(key, { state: "found", item });
  };
  const waiting = () => proposed.filter(({ key }) => !matches.has(key));
  const isFree = (item: Item | undefined, kind: string): item is Item =>
    item !== undefined && item.kind === kind && !taken.has(item.id);

  const itemsById = new Map(target.items.map((item) => [item.id, item]));
  for (const { key, kind, itemId = "" } of proposed) {
    const item = itemsById.get(itemId);
    if (isFree(item, kind)) find(key, item);
  }

  const named = new NamedItems(target);
  for (const one of waiting()) {
    const { key, kind, reference, aliases = [] } = one;
    const called = [reference, ...aliases].filter((name) => name !== "");
    const items = called.flatMap((name) => named.called(name)).filter((item) => isFree(item, kind));
    const best = likeliest(one, items);
    if (!best) continue;
    if (best.like >= chance || named.isAlias(best.item, called)) find(key, best.item);
    else matches.set(key, { state: "ask", likely: [best.item] });
  }

  const standing = target.items.filter(({ removed }) => removed === null);
  const byWords = Map.groupBy(standing, (item) => `${item.kind} ${evenWords(ownWordsOf(item))}`);
  for (const one of waiting()) {
    const words = evenWords(ownWordsOf(one));
    const items = words === "" ? [] : (byWords.get(`${one.kind} ${words}`) ?? []);
    const item = items.find((candidate) => isFree(candidate, one.kind));
    if (!item) continue;
    const isAnother = one.reference !== "" && item.aliases.length > 0;
    if (isAnother) matches.set(one.key, { state: "ask", likely: [item] });
    else find(one.key, item);
  }

  const alike = new AlikeItems(
    standing.filter(({ id, kind }) => kind !== "section" && !taken.has(id)),
  );
  for (const one of waiting()) {
    const likely =
      one.kind === "section"
        ? []
        : alike.find(one.kind, ownWordsOf(one), ({ id }) => taken.has(id));
    matches.set(one.key, likely.length > 0 ? { state: "ask", likely } : { state: "new" });
  }
  return matches;
}

/** The items by the references that they have here and had elsewhere, whatever the case. */
class NamedItems {
  readonly #byName = new Map<string, Item[]>();

  constructor({ items, references }: ImportTarget) {
    for (const item of items) {
      const own = references.get(item.id);
      for (const name of [...(own === undefined ? [] : [own]), ...item.aliases]) {
        const key = evenWords(name);
        this.#byName.set(key, [...(this.#byName.get(key) ?? []), item]);
      }
    }
  }

  called(name: string): readonly Item[] {
    return this.#byName.get(evenWords(name)) ?? [];
  }

  isAlias(item: Item, names: readonly string[]): boolean {
    const aliases = new Set(item.aliases.map(evenWords));
    return names.some((name) => aliases.has(evenWords(name)));
  }
}

/** Of several items of one name, the one whose words are most alike. */
function likeliest(
  one: ProposedItem,
  items: readonly Item[],
): { readonly item: Item; readonly like: number } | undefined {
  const words = ownWordsOf(one);
  return items
    .map((item) => ({ item, like: words === "" ? 1 : likeness(words, ownWordsOf(item)) }))
    .toSorted((a, b) => b.like - a.like)[0];
}
