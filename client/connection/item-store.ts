/**
 * The items of a statement as plain data, kept in step with the text. Promises that a change to one
 * item costs that item only: it alone is read again, once a frame, and everything else keeps its
 * identity, so that a row that did not change is not rendered.
 */
import { equalityDeep } from "lib0/function";
import type * as Y from "yjs";
import { aboutOf, itemsOf, readItem, titleOf, type Item } from "../../shared/items.ts";
import { compareOrder } from "../../shared/order.ts";
import { TouchedFeed } from "../../shared/touched-feed.ts";
import { Listeners } from "./listeners.ts";
import { ListenersByKey } from "./listeners-by-key.ts";
import { onNextFrame } from "./on-next-frame.ts";

export interface ItemStore {
  /** Ids in the order of the statement, removed ones too. The same array until the order changes. */
  order(): readonly string[];
  /** The same object until the item changes. */
  item(id: string): Item | undefined;
  title(): string;
  /** Told after every flush in which any item, the order or the title changed. */
  subscribe(listener: () => void): () => void;
  /** Told after every flush in which this item changed. */
  subscribeItem(id: string, listener: () => void): () => void;
  /** Told of the items that changed before those who subscribe. */
  readonly touched: TouchedFeed;
  /** Reads what has changed now instead of at the next frame. */
  flush(): void;
}

export class LiveItemStore implements ItemStore {
  readonly touched = new TouchedFeed();
  readonly #doc: Y.Doc;
  #items = new Map<string, Item>();
  #order: readonly string[] = [];
  #title = "";
  #changed = new Set<string>();
  #moved = new Set<string>();
  #titleChanged = false;
  #isWaiting = false;
  #listeners = new Listeners();
  #listenersByItem = new ListenersByKey();

  constructor(doc: Y.Doc) {
    this.#doc = doc;
    const items = itemsOf(doc);
    items.observeDeep(this.#onItems);
    aboutOf(doc).observe(this.#onAbout);
    this.#changed = new Set(items.keys());
    this.#titleChanged = true;
    this.flush();
  }

  order(): readonly string[] {
    return this.#order;
  }

  item(id: string): Item | undefined {
    return this.#items.get(id);
  }

  title(): string {
    return this.#title;
  }

  subscribe(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  subscribeItem(id: string, listener: () => void): () => void {
    return this.#listenersByItem.add(id, listener);
  }

  flush(): void {
    const changed = [...this.#changed].filter((id) => this.#reread(id));
    this.#changed.clear();
    this.#reorder();
    const isRetitled = this.#retitle();
    this.touched.touch(changed);
    for (const id of changed) this.#listenersByItem.tell(id);
    if (changed.length > 0 || isRetitled) this.#listeners.tell();
  }

  close(): void {
    itemsOf(this.#doc).unobserveDeep(this.#onItems);
    aboutOf(this.#doc).unobserve(this.#onAbout);
    this.#changed.clear();
  }

  #onItems = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): void => {
    const items: unknown = itemsOf(this.#doc);
    for (const event of events) {
      if (event.target === items) {
        for (const id of event.keys.keys()) this.#changed.add(id);
      } else {
        this.#changed.add(String(event.path[0]));
      }
    }
    this.#wait();
  };

  #onAbout = (): void => {
    this.#titleChanged = true;
    this.#wait();
  };

  #wait(): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    onNextFrame(() => {
      this.#isWaiting = false;
      this.flush();
    });
  }

  /** @returns whether the item says anything else than before */
  #reread(id: string): boolean {
    const before = this.#items.get(id);
    const read = readItem(id, itemsOf(this.#doc).get(id));
    const now = read && before ? keepWhatIsEqual(before, read) : read;
    if (now === (before ?? null)) return false;
    if (now) this.#items.set(id, now);
    else this.#items.delete(id);
    if (before?.order !== now?.order) this.#moved.add(id);
    return true;
  }

  /** What moved is taken out and put in where it belongs; the rest stays as it stands. */
  #reorder(): void {
    if (this.#moved.size === 0) return;
    const moved = [...this.#moved].flatMap((id) => this.#items.get(id) ?? []);
    const staying = this.#order.filter((id) => !this.#moved.has(id));
    const isFew = moved.length * Math.log2(staying.length + 1) < staying.length;
    this.#order = isFew
      ? spliceIn(staying, moved, this.#items)
      : // A whole statement that comes in: two runs, one of them sorted, are one merge.
        [...staying.flatMap((id) => this.#items.get(id) ?? []), ...moved.toSorted(compareOrder)]
          .toSorted(compareOrder)
          .map((item) => item.id);
    this.#moved.clear();
  }

  #retitle(): boolean {
    if (!this.#titleChanged) return false;
    this.#titleChanged = false;
    const title = titleOf(this.#doc);
    const isNew = title !== this.#title;
    this.#title = title;
    return isNew;
  }
}

/** @returns `order` with the moved items where they belong, each found by halving */
function spliceIn(
  order: readonly string[],
  moved: readonly Item[],
  items: ReadonlyMap<string, Item>,
): readonly string[] {
  const spliced = [...order];
  for (const item of moved) {
    let [from, to] = [0, spliced.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      const other = items.get(spliced[middle] ?? "");
      if (other && compareOrder(other, item) < 0) from = middle + 1;
      else to = middle;
    }
    spliced.splice(from, 0, item.id);
  }
  return spliced;
}

/** The item as read, with everything that says the same kept as the object it was, each field and variation too. */
function keepWhatIsEqual(before: Item, read: Item): Item {
  const kept = <T>(known: T | undefined, now: T): T =>
    known !== undefined && equalityDeep(known, now) ? known : now;
  const fields = Object.fromEntries(
    Object.entries(read.fields).map(([name, text]) => [name, kept(before.fields[name], text)]),
  );
  const variations = read.variations.map((variation) =>
    kept(
      before.variations.find(({ key }) => key === variation.key),
      variation,
    ),
  );
  const now = {
    ...read,
    fields,
    variations: kept(before.variations, variations),
    raisedBy: kept(before.raisedBy, read.raisedBy),
    origin: kept(before.origin, read.origin),
    removed: kept(before.removed, read.removed),
  };
  return equalityDeep(before, now) ? before : now;
}
