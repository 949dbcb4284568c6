/**
 * The whole text as it goes to whoever has nothing: the stored bytes as they are and, after them, what was
 * committed since, merged. Nothing is decoded or encoded for it, so that a room can answer before it has a
 * document; and all who come are sent the same buffers.
 */
import * as Y from "yjs";
import { encodeAnswer, encodeUpdate } from "./sync-frames.ts";

/** As many bytes may follow the first part before it is worth making again, and a quarter of it. */
const longestRest = 64 * 1024;

/** So many at once: merging takes the square of their number. */
const mergedAtOnce = 64;

const nothing = Y.encodeStateAsUpdate(new Y.Doc());

export class WholeText {
  #first: Uint8Array | null;
  /** Updates that came after it, in order. */
  #rest: Uint8Array[];
  #restBytes: number;
  #answer: Uint8Array | null = null;

  /** @param first an update, or null @param rest updates after it, in order */
  constructor(first: Uint8Array | null, rest: readonly Uint8Array[]) {
    this.#first = encodeUpdate(first ?? nothing);
    this.#rest = [...rest];
    this.#restBytes = rest.reduce((sum, { length }) => sum + length, 0);
  }

  /**
   * @param first the whole text as it is now
   * @returns the same, as it lies in what is sent: kept once for both
   */
  renew(first: Uint8Array): Uint8Array {
    const frame = encodeUpdate(first);
    this.#first = frame;
    this.#rest = [];
    this.#restBytes = 0;
    this.#answer = null;
    return frame.subarray(frame.length - first.length);
  }

  /** Whether so much has come after the first part that it is better made anew of the document, or it was let go. */
  get isWorn(): boolean {
    return !this.#first || this.#restBytes > longestRest + this.#first.length / 4;
  }

  /** Lets go of all of it until it is made anew: where many write and nobody comes, it would grow for ever. */
  letGo(): void {
    this.#first = null;
    this.#rest = [];
    this.#restBytes = 0;
    this.#answer = null;
  }

  /** Something was committed. */
  add(update: Uint8Array): void {
    if (!this.#first) return;
    this.#rest.push(update);
    this.#restBytes += update.length;
    this.#answer = null;
  }

  /**
   * What to send, in order. The last of them answers the question, so nobody has "all" before they do.
   * @throws when it was let go and not made anew
   */
  frames(): readonly Uint8Array[] {
    if (!this.#first) throw new Error("The whole text was let go.");
    this.#answer ??= encodeAnswer(this.#merge());
    return [this.#first, this.#answer];
  }

  #merge(): Uint8Array {
    while (this.#rest.length > 1) {
      const merged: Uint8Array[] = [];
      for (let from = 0; from < this.#rest.length; from += mergedAtOnce) {
        merged.push(Y.mergeUpdates(this.#rest.slice(from, from + mergedAtOnce)));
      }
      this.#rest = merged;
    }
    return this.#rest[0] ?? nothing;
  }
}
