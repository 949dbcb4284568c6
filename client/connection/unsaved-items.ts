/**
 * In which items words were written that the server has not confirmed, noted beside the local copy
 * together with their number, so that both survive a reload.
 */
import type * as Y from "yjs";
import { itemsOf } from "../../shared/items.ts";
import { Rest } from "./rest.ts";
import { clearNotes, keysOf, readNotes, writeNote, type UnsavedNote } from "./unsaved-note.ts";

/**
 * A note is taken away only when nothing was written for this long: while somebody types, every key is
 * saved before the next, and storing costs more than the key does. What is noted too long is asked
 * about at the next visit, and found to be saved.
 */
const restMs = 1_000;

export class UnsavedItems {
  /** What earlier visits of this person left. */
  readonly inherited: UnsavedNote;
  readonly #doc: Y.Doc;
  readonly #copyName: string;
  readonly #inheritedKeys: readonly string[];
  #itemIds: Set<string>;
  #noted = "";
  readonly #rest = new Rest(() => this.#takeAway(), restMs, restMs);

  constructor(doc: Y.Doc, copyName: string) {
    this.#doc = doc;
    this.#copyName = copyName;
    this.inherited = readNotes(copyName);
    this.#inheritedKeys = keysOf(copyName);
    this.#itemIds = new Set(this.inherited.itemIds);
    itemsOf(doc).observeDeep(this.#collect);
    if (typeof addEventListener === "function") addEventListener("pagehide", this.#leave);
  }

  itemIds(): readonly string[] {
    return [...this.#itemIds];
  }

  /** @param changes how many are unsaved now */
  note(changes: number): void {
    if (changes === 0) {
      this.#itemIds.clear();
      this.#rest.wait();
      return;
    }
    this.#rest.clear();
    const itemIds = this.itemIds();
    const noted = `${changes} ${itemIds.join(" ")}`;
    if (noted === this.#noted) return;
    this.#noted = noted;
    writeNote(this.#copyName, String(this.#doc.clientID), { changes, itemIds });
  }

  close(): void {
    this.#leave();
    if (typeof removeEventListener === "function") removeEventListener("pagehide", this.#leave);
    itemsOf(this.#doc).unobserveDeep(this.#collect);
  }

  readonly #leave = (): void => {
    if (this.#rest.isWaiting) this.#takeAway();
  };

  #takeAway(): void {
    this.#rest.clear();
    clearNotes(this.#inheritedKeys);
    this.#noted = "";
    writeNote(this.#copyName, String(this.#doc.clientID), { changes: 0, itemIds: [] });
  }

  #collect = (
    events: readonly Y.YEvent<Y.AbstractType<unknown>>[],
    transaction: Y.Transaction,
  ): void => {
    if (!transaction.local) return;
    for (const event of events) {
      const [itemId] = event.path;
      if (itemId !== undefined) this.#itemIds.add(String(itemId));
      else for (const id of event.keys.keys()) this.#itemIds.add(id);
    }
  };
}
