/** The items of a document, in order, each read again and put in its place only when it was touched. */
import type * as Y from "yjs";
import { isItemKind } from "../../shared/item-kinds.ts";
import { itemsOf, readItem, type Item } from "../../shared/items.ts";
import { KeptRows } from "../../shared/kept-rows.ts";
import type { TouchedFeed } from "../../shared/touched-feed.ts";

export class ItemCache {
  readonly #doc: Y.Doc;
  readonly #items = new Map<string, Item>();
  readonly #touched = new Set<string>();
  /** Ids of items that are not removed: known without reading the items. */
  readonly #standing = new Set<string>();
  readonly #inOrder = new KeptRows<Item>();
  /** Touched since the order was last asked for. */
  readonly #toPlace = new Set<string>();
  readonly touched: TouchedFeed;

  /** @param touched told of what is touched from now on */
  constructor(doc: Y.Doc, touched: TouchedFeed) {
    this.#doc = doc;
    this.touched = touched;
    this.#note(itemsOf(doc).keys());
  }

  /** How many items there are, removed ones left out. */
  get count(): number {
    return this.#standing.size;
  }

  touch(itemIds: readonly string[]): void {
    this.#note(itemIds);
    this.touched.touch(itemIds);
  }

  #note(itemIds: Iterable<string>): void {
    for (const id of itemIds) {
      this.#touched.add(id);
      this.#toPlace.add(id);
      const map = itemsOf(this.#doc).get(id);
      if (isItemKind(map?.get("kind")) && map?.get("removed") === null) this.#standing.add(id);
      else this.#standing.delete(id);
    }
  }

  /** As it is now, or undefined. The same object until it changes. */
  item(id: string): Item | undefined {
    if (this.#touched.has(id)) this.#readAgain(id);
    return this.#items.get(id);
  }

  /** In the order of the statement, removed ones too. The same array until an item changes. */
  inOrder(): readonly Item[] {
    this.#inOrder.change(this.#toPlace, (id) => {
      const item = this.item(id);
      return item ? [{ row: item, rank: 0, order: item.order, id }] : [];
    });
    this.#toPlace.clear();
    return this.#inOrder.all();
  }

  #readAgain(id: string): void {
    this.#touched.delete(id);
    const item = readItem(id, itemsOf(this.#doc).get(id));
    if (item) this.#items.set(id, item);
    else this.#items.delete(id);
  }
}
