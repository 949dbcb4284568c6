/**
 * The record of a statement as it is committed, kept while the statement's room is open. It is folded when
 * somebody first reads it; whoever comes in before is known from the entries about people.
 */
import type { Member } from "../../shared/access.ts";
import { emptyRecord, type RecordState } from "../../shared/record-state.ts";
import type { Entry } from "../../shared/entry.ts";
import { memberIn } from "../../shared/members.ts";
import { foldEntries, peopleIn } from "../../shared/record.ts";
import { TouchedFeed } from "../../shared/touched-feed.ts";
import { encodeEntries } from "../../shared/sync/record-entries.ts";

export class CommittedRecord {
  /** Told of the items of which entries say something else. */
  readonly touched = new TouchedFeed();
  readonly #entries: Entry[];
  #state: RecordState | null = null;
  /** Until there is a state. */
  #people: RecordState["people"] | null = null;
  /** The frame for those who lack everything, who are many when a meeting begins. */
  #whole: Uint8Array | null = null;

  /** @param entries all of them, from the first */
  constructor(entries: readonly Entry[]) {
    this.#entries = [...entries];
  }

  get state(): RecordState {
    return (this.#state ??= foldEntries(emptyRecord, this.#entries));
  }

  /** The number of the last entry; 0 before the first. */
  get lastNumber(): number {
    return this.#entries.at(-1)?.number ?? 0;
  }

  /** The entry that somebody's command of that id made, or undefined. */
  entryAskedAs(personId: string, id: string): Entry | undefined {
    return this.#entries.findLast(
      (entry) => entry.facts["askedAs"] === id && entry.personId === personId,
    );
  }

  /** The person as a member, or null when they never joined or were removed. */
  member(personId: string): Member | null {
    if (this.#state) return memberIn(this.#state, personId);
    this.#people ??= peopleIn(this.#entries);
    return memberIn({ people: this.#people }, personId);
  }

  /** @param entries the next ones */
  append(entries: readonly Entry[]): void {
    const before = this.state;
    this.#entries.push(...entries);
    const touched = new Set<string>();
    this.#state = foldEntries(before, entries, touched);
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
