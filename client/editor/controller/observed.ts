/** One value that components can read and that may change. */
import { useSyncExternalStore } from "react";
import { Listeners } from "../../connection/listeners.ts";

export class Observed<T> {
  #value: T;
  readonly #listeners = new Listeners();

  constructor(value: T) {
    this.#value = value;
  }

  get value(): T {
    return this.#value;
  }

  set(value: T): void {
    if (Object.is(value, this.#value)) return;
    this.#value = value;
    this.#listeners.tell();
  }

  readonly subscribe = (listener: () => void): (() => void) => this.#listeners.add(listener);
}

export function useObserved<T>(observed: Observed<T>): T {
  return useSyncExternalStore(observed.subscribe, () => observed.value);
}
