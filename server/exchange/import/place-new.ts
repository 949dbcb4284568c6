/**
 * Where new items stand: behind the item that stands before them in the file, in their section.
 * Promises to keep the order of the file within each section, and to part no section in two.
 */
import type { Item, NewItem } from "../../../shared/items.ts";
import { ordersBetween } from "../../../shared/order.ts";
import type { Home } from "./find-homes.ts";

/** A new item without its place. */
export type Unplaced = Omit<NewItem, "order">;

/** One item of the file, in its order: there already, to be made, or left out. */
export interface ToPlace {
  readonly key: string;
  readonly home: Home;
  /** Where it stands. */
  readonly item: Item | null;
  readonly made: Unplaced | null;
}

/** What goes between two items of the statement. */
interface Gap {
  readonly inside: Unplaced[];
  /** New sections, each with what is in it. */
  readonly sections: Unplaced[][];
}

/** A section that items go into. */
type Group =
  | { readonly state: "new"; readonly items: Unplaced[]; readonly gap: number }
  /** Behind the item of that index. */
  | { readonly state: "there"; cursor: number; readonly end: number };

/** @param items of the statement, in order, removed ones too. @param newTail random letters and digits */
export function placeNew(
  given: readonly ToPlace[],
  items: readonly Item[],
  newTail: () => string,
): NewItem[] {
  const gaps = new Map<number, Gap>();
  const gapAt = (index: number): Gap => {
    const gap = gaps.get(index) ?? { inside: [], sections: [] };
    gaps.set(index, gap);
    return gap;
  };
  const toPlace = withImpliedHomes(given, items);
  const places = new Places(toPlace, items);
  const groups = new Map<string, Group>();
  let last: Group | null = null;
  for (const { key, home, item, made } of toPlace) {
    const name = places.sectionOf(home);
    let group: Group | undefined = groups.get(name);
    if (!group) {
      const isSection = made?.kind === "section" && home.state === "file" && home.key === key;
      group = isSection
        ? { state: "new", items: [], gap: last === null ? items.length - 1 : endOf(last) }
        : places.groupOf(name);
      if (group.state === "new") gapAt(group.gap).sections.push(group.items);
      groups.set(name, group);
    }
    last = group;
    if (made) {
      if (group.state === "new") group.items.push(made);
      else gapAt(group.cursor).inside.push(made);
    } else if (item && item.kind !== "section" && group.state === "there") {
      const index = places.indexIn(name, item.id);
      if (index !== null) group.cursor = index;
    }
  }
  return [...gaps]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([index, { inside, sections }]) => {
      const all = [...inside, ...sections.flat()];
      const before = items[index]?.order ?? null;
      const after = items[index + 1]?.order ?? null;
      const orders = ordersBetween(before, after, newTail(), all.length);
      return all.map((item, at) => ({ ...item, order: orders[at] ?? "" }));
    });
}

/** Where the file names no section, an item that is there says by where it stands which one is meant. */
function withImpliedHomes(toPlace: readonly ToPlace[], items: readonly Item[]): ToPlace[] {
  const sections = new Map<string, string>();
  let section = "";
  for (const { id, kind } of items) {
    if (kind === "section") section = id;
    sections.set(id, section);
  }
  let implied: Home = { state: "top" };
  return toPlace.map((one) => {
    if (one.home.state !== "top") return one;
    const itemId = one.item ? sections.get(one.item.id) : undefined;
    if (itemId !== undefined)
      implied = itemId === "" ? { state: "top" } : { state: "there", itemId };
    return { ...one, home: implied };
  });
}

function endOf(group: Group): number {
  return group.state === "new" ? group.gap : group.end;
}

/** Where sections and items of the statement stand. "" is what stands above the first section. */
class Places {
  readonly #ends = new Map<string, number>();
  readonly #starts = new Map<string, number>();
  readonly #sections = new Map<string, string>();
  readonly #indexes = new Map<string, number>();
  readonly #homes = new Map<string, string>();
  readonly #withSiblings = new Set<string>();

  constructor(toPlace: readonly ToPlace[], items: readonly Item[]) {
    let section = "";
    this.#starts.set("", -1);
    this.#ends.set("", -1);
    for (const [index, item] of items.entries()) {
      if (item.kind === "section") {
        section = item.id;
        this.#starts.set(section, index);
      }
      this.#ends.set(section, index);
      this.#sections.set(item.id, section);
      this.#indexes.set(item.id, index);
    }
    let around = "";
    for (const { key, home, item, made } of toPlace) {
      if (home.state === "file" && home.key === key) {
        // What was under a section that is left out, or is none any more, goes where the items before it go.
        if (item) around = item.id;
        else if (made?.kind === "section") around = key;
        this.#homes.set(key, around);
      } else if (item) this.#withSiblings.add(this.sectionOf(home));
      around = this.sectionOf(home);
    }
  }

  /** Id of a section that is there, key of one to be made, or "". */
  sectionOf(home: Home): string {
    switch (home.state) {
      case "file":
        return this.#homes.get(home.key) ?? "";
      case "there":
        return home.itemId;
      case "top":
        return "";
    }
  }

  /** Behind its heading when the file has something of it, so that what comes first stands first; else at its end. */
  groupOf(section: string): Group {
    const end = this.#ends.get(section) ?? -1;
    const start = this.#starts.get(section) ?? end;
    return { state: "there", cursor: this.#withSiblings.has(section) ? start : end, end };
  }

  indexIn(section: string, itemId: string): number | null {
    return this.#sections.get(itemId) === section ? (this.#indexes.get(itemId) ?? null) : null;
  }
}
