/**
 * The record of a statement as it comes in. Promises to fold entries in unbroken order of number,
 * and to ask again for what is missing.
 */
import type { Entry } from "../../shared/entry.ts";
import { foldEntries } from "../../shared/record.ts";
import { emptyRecord, type RecordState } from "../../shared/record-state.ts";
import { TouchedFeed } from "../../shared/touched-feed.ts";
import { Listeners } from "./listeners.ts";

export interface RecordStore {
  /** A new object after every change; the maps in it that did not change stay the same. */
  state(): RecordState;
  subscribe(listener: () => void): () => void;
  /** Told of the items of which it says something else before those who subscribe. */
  readonly touched: TouchedFeed;
}

export class LiveRecordStore implements RecordStore {
  readonly touched = new TouchedFeed();
  #state = emptyRecord;
  #listeners = new Listeners();

  state(): RecordState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  /** @returns whether entries before these are missing and have to be asked for */
  take(entries: readonly Entry[]): boolean {
    const before = this.#state.head.number;
    const touched = new Set<string>();
    const state = foldEntries(this.#state, entries, touched);
    if (state.head.number > before) {
      this.#state = state;
      this.touched.touch(touched);
      this.#listeners.tell();
    }
    const last = entries.at(-1);
    return last !== undefined && last.number > state.head.number;
  }

  /** Waits until the record holds entry `number`, or until `longestMs` have passed. */
  async reach(number: number, longestMs: number): Promise<void> {
    if (this.#state.head.number >= number) return;
    await new Promise<void>((resolve) => {
      const finish = (): void => {
        clearTimeout(timer);
        stop();
        resolve();
      };
      const timer = setTimeout(finish, longestMs);
      const stop = this.subscribe(() => {
        if (this.#state.head.number >= number) finish();
      });
    });
  }
}
