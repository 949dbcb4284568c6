/**
 * Something worked out from the whole statement, kept up while people write. Promises to work it out
 * only when typing rests (and now and then while it never does), never for each key, and to work out
 * nothing while nobody looks.
 */
import type { Item } from "../../shared/items.ts";
import type { RecordState } from "../../shared/record-state.ts";
import type { ItemStore } from "./item-store.ts";
import { Listeners } from "./listeners.ts";
import type { RecordStore } from "./record-store.ts";

/** What of an open statement it is worked out from. */
export interface Sources {
  readonly items: Pick<ItemStore, "order" | "item" | "subscribe">;
  readonly record: Pick<RecordStore, "state" | "subscribe">;
}

/**
 * Works it out.
 * @param items in the order of the statement, removed ones too; those that did not change are the same objects
 * @param before what it came to last time
 * @returns `before` itself when nothing in it changed: then nobody is told
 */
export type Work<Result> = (
  items: readonly Item[],
  record: RecordState,
  before: Result | undefined,
) => Result;

/** Typing that pauses this long rests. */
const restMs = 400;
/** With many people writing it never rests: then this often. */
const longestWaitMs = 2_000;

export class RestedStore<Result> {
  readonly #sources: Sources;
  readonly #workOut: Work<Result>;
  readonly #listeners = new Listeners();
  #stops: (() => void)[] = [];
  #restTimer: ReturnType<typeof setTimeout> | undefined;
  #latestTimer: ReturnType<typeof setTimeout> | undefined;
  #isStale = true;
  #result: Result | undefined;

  constructor(sources: Sources, workOut: Work<Result>) {
    this.#sources = sources;
    this.#workOut = workOut;
  }

  /** The same object until something in it changes. */
  readonly now = (): Result => {
    if (this.#result === undefined || (this.#isStale && this.#listeners.isEmpty))
      return this.#work();
    return this.#result;
  };

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
    const read = items.order().flatMap((id) => items.item(id) ?? []);
    this.#result = this.#workOut(read, record.state(), this.#result);
    this.#isStale = false;
    return this.#result;
  }
}

/** One store for each open statement. */
export function restedStores<Result>(
  workOut: Work<Result>,
): (sources: Sources) => RestedStore<Result> {
  const stores = new WeakMap<object, RestedStore<Result>>();
  return (sources) => {
    const store = stores.get(sources) ?? new RestedStore(sources, workOut);
    stores.set(sources, store);
    return store;
  };
}
