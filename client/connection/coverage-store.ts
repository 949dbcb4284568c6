/**
 * Which needs the open statement covers, kept up while people write. Promises to work it out only
 * when typing rests (and now and then while it never does), never for each key, and to work out
 * nothing while nobody looks.
 */
import { useSyncExternalStore } from "react";
import { coverageOf, type Coverage } from "../../shared/coverage.ts";
import { useSession } from "./hooks.ts";
import type { ItemStore } from "./item-store.ts";
import { Listeners } from "./listeners.ts";
import type { RecordStore } from "./record-store.ts";

interface Sources {
  readonly items: Pick<ItemStore, "order" | "item" | "subscribe">;
  readonly record: Pick<RecordStore, "state" | "subscribe">;
}

/** Typing that pauses this long rests. */
const restMs = 400;
/** With many people writing it never rests: then this often. */
const longestWaitMs = 2_000;

export class CoverageStore {
  readonly #sources: Sources;
  readonly #listeners = new Listeners();
  #stops: (() => void)[] = [];
  #restTimer: ReturnType<typeof setTimeout> | undefined;
  #latestTimer: ReturnType<typeof setTimeout> | undefined;
  #isStale = true;
  #coverage: Coverage | undefined;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /** The same object until something in it changes. */
  readonly now = (): Coverage => {
    if (!this.#coverage || (this.#isStale && this.#listeners.isEmpty)) return this.#work();
    return this.#coverage;
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
    const before = this.#coverage;
    if (this.#work() !== before) this.#listeners.tell();
  };

  #clearTimers(): void {
    clearTimeout(this.#restTimer);
    clearTimeout(this.#latestTimer);
    this.#latestTimer = undefined;
  }

  #work(): Coverage {
    const { items, record } = this.#sources;
    const read = items.order().flatMap((id) => items.item(id) ?? []);
    const worked = coverageOf(read, record.state(), this.#coverage);
    this.#isStale = false;
    if (this.#coverage && isSame(this.#coverage, worked)) return this.#coverage;
    this.#coverage = worked;
    return worked;
  }
}

const stores = new WeakMap<object, CoverageStore>();

/** One for each open statement. */
function storeOf(session: Sources): CoverageStore {
  const store = stores.get(session) ?? new CoverageStore(session);
  stores.set(session, store);
  return store;
}

export function useCoverage(): Coverage {
  const store = storeOf(useSession());
  return useSyncExternalStore(store.subscribe, store.now);
}

/** What did not change is the same object, so the items need no second look. */
function isSame(a: Coverage, b: Coverage): boolean {
  return a.items.length === b.items.length && a.items.every((item, at) => item === b.items[at]);
}
