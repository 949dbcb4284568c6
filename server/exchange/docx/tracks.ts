/** Who is said to have made a tracked change, and when. Promises a number of its own for each. */
import type { XmlElement } from "./xml-tree.ts";

/** Somebody, or a version where nobody knows who it was. */
export interface TrackedBy {
  readonly name: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** @returns null where nobody knows */
export type WhoChanged = (itemId: string) => TrackedBy | null;

export class Tracks {
  readonly #otherwise: TrackedBy;
  readonly #who: WhoChanged;
  #by: TrackedBy;
  #last = 0;

  constructor(otherwise: TrackedBy, who: WhoChanged) {
    this.#otherwise = otherwise;
    this.#who = who;
    this.#by = otherwise;
  }

  /** What follows is about this item; null is about none. */
  about(itemId: string | null): void {
    this.#by = (itemId === null ? null : this.#who(itemId)) ?? this.#otherwise;
  }

  /** Of a `w:ins`, `w:del` or `w:pPrChange`. */
  attributes(): XmlElement["attrs"] {
    this.#last += 1;
    return {
      "w:id": String(this.#last),
      "w:author": this.#by.name,
      // Word reads no parts of a second.
      "w:date": this.#by.at.replace(/\.\d+Z$/, "Z"),
    };
  }
}
