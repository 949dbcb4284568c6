/**
 * Something worked out from the whole statement, kept up while people write. Promises to work it out
 * only when typing rests (and now and then while it never does), never for each key, to work out nothing
 * while nobody looks, and to look at no more than what was touched meanwhile.
 */
import { everyId, type Kept } from "../../shared/kept-rows.ts";
import type { ItemStore } from "./item-store.ts";
import { Listeners } from "./listeners.ts";
import type { RecordStore } from "./record-store.ts";

/** What of an open statement it is worked out from. */
export interface Sources {
  readonly items: Pick<ItemStore, "order" | "item" | "subscribe" | "touched">;
  readonly record: Pick<RecordStore, "state" | "subscribe" | "touched">;
}

/** Typing that pauses this long rests. */
const restMs = 400;
/** With many people writing it never rests: then this often. */
const longestWaitMs = 2_000;

export class RestedStore<Result> {
  readonly #sources: Sources;
  readonly #make: () => Kept<Result>;
  readonly #madeFor: () => unknown;
  /** Fills from the first time that it is worked out. */
  readonly #touched = new Set<string>();
  readonly #listeners = new Listeners();
  #stops: (() => void)[] = [];
  #restTimer: ReturnType<typeof setTimeout> | undefined;
  #latestTimer: ReturnType<typeof setTimeout> | undefined;
  #isStale = true;
  #kept: { readonly kept: Kept<Result>; readonly madeFor: unknown } | null = null;
  #result: Result | undefined;

  /** @param madeFor what it hangs on besides, as somebody's role: when that is another, it is made anew */
  constructor(sources: Sources, make: () => Kept<Result>, madeFor: () => unknown = () => null) {
    this.#sources = sources;
    this.#make = make;
    this.#madeFor = madeFor;
  }

  /** The same object until something in it changes. */
  readonly now = (): Result => {
    if (this.#result === undefined || (this.#isStale && this.#listeners.isEmpty))
      return this.#work();
    return this.#result;
  };

  /** With everything that was said and written up to now, also while typing does not rest. */
  fresh(): Result {
    if (this.#isStale || this.#result === undefined) this.#tell();
    return this.now();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    if (this.#listeners.isEmpty) this.#begin();
    const stop = this.#listeners.add(listener);
    return () => {
      stop();
      if (this.#listeners.isEmpty) this.#end();
    };
  };

  #begin(): void {
    const { items, record } = this.#sources;
    this.#work();
    this.#stops = [
      items.subscribe(() => this.#wait(restMs)),
      // What people decide comes one at a time, and they wait to see it.
      record.subscribe(() => this.#wait(0)),
    ];
  }

  #end(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#clearTimers();
    this.#isStale = true;
  }

  #wait(ms: number): void {
    this.#isStale = true;
    clearTimeout(this.#restTimer);
    this.#restTimer = setTimeout(this.#tell, ms);
    this.#latestTimer ??= setTimeout(this.#tell, longestWaitMs);
  }

  readonly #tell = (): void => {
    this.#clearTimers();
    const before = this.#result;
    if (this.#work() !== before) this.#listeners.tell();
  };

  #clearTimers(): void {
    clearTimeout(this.#restTimer);
    clearTimeout(this.#latestTimer);
    this.#latestTimer = undefined;
  }

  #work(): Result {
    const { items, record } = this.#sources;
    const madeFor = this.#madeFor();
    const isNew = this.#kept?.madeFor !== madeFor;
    if (!this.#kept) {
      items.touched.addTo(this.#touched);
      record.touched.addTo(this.#touched);
    }
    if (!this.#kept || isNew) this.#kept = { kept: this.#make(), madeFor };
    const touched = isNew ? everyId(items.order(), record.state()) : this.#touched;
    const now = { item: (id: string) => items.item(id), record: record.state() };
    this.#result = this.#kept.kept.update(touched, now);
    this.#touched.clear();
    this.#isStale = false;
    return this.#result;
  }
}

/** One store for each open statement. */
export function restedStores<Result>(
  make: () => Kept<Result>,
): (sources: Sources) => RestedStore<Result> {
  const stores = new WeakMap<object, RestedStore<Result>>();
  return (sources) => {
    const store = stores.get(sources) ?? new RestedStore(sources, make);
    stores.set(sources, store);
    return store;
  };
}
