/**
 * How a statement is built: which items stand in it, which were taken out, and its sections. Promises
 * to cost nothing while people type: it is worked out anew only when the order, a section's depth or
 * what is taken out changes.
 */
import { useSyncExternalStore } from "react";
import { itemKinds } from "../../shared/item-kinds.ts";
import { itemHasWords, type Item } from "../../shared/items.ts";
import { useSession } from "./hooks.ts";
import type { ItemStore } from "./item-store.ts";
import { Listeners } from "./listeners.ts";

export interface SectionPlace {
  readonly id: string;
  /** 1 to 3. */
  readonly level: number;
  /** Ids of the items in it, up to the next section of any depth. */
  readonly itemIds: readonly string[];
  /** How many of them are outcomes, needs and requirements. */
  readonly count: number;
}

export interface Structure {
  /** In order, without what was taken out. */
  readonly shown: readonly string[];
  /** Taken out with words in it, in order. */
  readonly removed: readonly string[];
  readonly sections: readonly SectionPlace[];
}

class StructureStore {
  readonly #items: ItemStore;
  readonly #listeners = new Listeners();
  readonly #stops = new Map<string, () => void>();
  readonly #known = new Map<string, string>();
  #order: readonly string[] = [];
  #isStale = false;
  #structure: Structure = { shown: [], removed: [], sections: [] };

  constructor(items: ItemStore) {
    this.#items = items;
    this.#build();
    // For as long as the session: both go together.
    items.subscribe(() => {
      if (!this.#isStale && items.order() === this.#order) return;
      this.#build();
      this.#listeners.tell();
    });
  }

  readonly now = (): Structure => this.#structure;

  readonly subscribe = (listener: () => void): (() => void) => this.#listeners.add(listener);

  #build(): void {
    this.#order = this.#items.order();
    this.#isStale = false;
    for (const id of this.#order) {
      this.#known.set(id, partOfStructure(this.#items.item(id)));
      if (!this.#stops.has(id)) {
        const look = (): void => this.#look(id);
        this.#stops.set(id, this.#items.subscribeItem(id, look));
      }
    }
    this.#structure = structureOf(this.#items);
  }

  #look(id: string): void {
    if (this.#known.get(id) !== partOfStructure(this.#items.item(id))) this.#isStale = true;
  }
}

const stores = new WeakMap<ItemStore, StructureStore>();

function storeOf(items: ItemStore): StructureStore {
  let store = stores.get(items);
  if (!store) {
    store = new StructureStore(items);
    stores.set(items, store);
  }
  return store;
}

/** The same object until the structure changes. */
export function useStructure(): Structure {
  const store = storeOf(useSession().items);
  return useSyncExternalStore(store.subscribe, store.now);
}

function partOfStructure(item: Item | undefined): string {
  if (!item) return "";
  return `${item.removed ? `out ${itemHasWords(item)}` : "in"} ${item.level}`;
}

function structureOf(items: ItemStore): Structure {
  const shown: string[] = [];
  const removed: string[] = [];
  const sections: { id: string; level: number; itemIds: string[]; count: number }[] = [];
  for (const id of items.order()) {
    const item = items.item(id);
    if (!item) continue;
    if (item.removed) {
      if (itemHasWords(item)) removed.push(id);
      continue;
    }
    shown.push(id);
    if (item.kind === "section") {
      sections.push({ id, level: item.level, itemIds: [], count: 0 });
      continue;
    }
    const section = sections.at(-1);
    section?.itemIds.push(id);
    if (section && itemKinds[item.kind].referenceLetter !== null) section.count += 1;
  }
  return { shown, removed, sections };
}
