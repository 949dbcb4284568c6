/** The record of a statement as it is committed, kept while the statement's room is open. */
import { emptyRecord, type RecordState } from "../../shared/record-state.ts";
import type { Entry } from "../../shared/entry.ts";
import { foldEntries } from "../../shared/record.ts";
import { TouchedFeed } from "../../shared/touched-feed.ts";
import { encodeEntries } from "../../shared/sync/record-entries.ts";

export class CommittedRecord {
  /** Told of the items of which entries say something else. */
  readonly touched = new TouchedFeed();
  readonly #entries: Entry[];
  #state: RecordState;
  /** The frame for those who lack everything, who are many when a meeting begins. */
  #whole: Uint8Array | null = null;

  /** @param entries all of them, from the first */
  constructor(entries: readonly Entry[]) {
    this.#entries = [...entries];
    this.#state = foldEntries(emptyRecord, entries);
  }

  get state(): RecordState {
    return this.#state;
  }

  /** @param entries the next ones */
  append(entries: readonly Entry[]): void {
    this.#entries.push(...entries);
    const touched = new Set<string>();
    this.#state = foldEntries(this.#state, entries, touched);
    this.touched.touch(touched);
    this.#whole = null;
  }

  /** The frame with the entries after that number, or null when there are none. */
  frameAfter(number: number): Uint8Array | null {
    if (number >= this.#entries.length) return null;
    if (number > 0) return encodeEntries(this.#entries.slice(number));
    return (this.#whole ??= encodeEntries(this.#entries));
  }
}
