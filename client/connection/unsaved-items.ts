/**
 * In which items words were written that the server has not confirmed, noted beside the local copy
 * together with their number, so that both survive a reload.
 */
import type * as Y from "yjs";
import { itemsOf } from "../../shared/items.ts";
import { clearNotes, keysOf, readNotes, writeNote, type UnsavedNote } from "./unsaved-note.ts";

export class UnsavedItems {
  /** What earlier visits of this person left. */
  readonly inherited: UnsavedNote;
  readonly #doc: Y.Doc;
  readonly #copyName: string;
  readonly #inheritedKeys: readonly string[];
  #itemIds: Set<string>;
  #noted = "";

  constructor(doc: Y.Doc, copyName: string) {
    this.#doc = doc;
    this.#copyName = copyName;
    this.inherited = readNotes(copyName);
    this.#inheritedKeys = keysOf(copyName);
    this.#itemIds = new Set(this.inherited.itemIds);
    itemsOf(doc).observeDeep(this.#collect);
  }

  itemIds(): readonly string[] {
    return [...this.#itemIds];
  }

  /** @param changes how many are unsaved now */
  note(changes: number): void {
    if (changes === 0) {
      this.#itemIds.clear();
      clearNotes(this.#inheritedKeys);
    }
    const itemIds = this.itemIds();
    const noted = `${changes} ${itemIds.join(" ")}`;
    if (noted === this.#noted) return;
    this.#noted = noted;
    writeNote(this.#copyName, String(this.#doc.clientID), { changes, itemIds });
  }

  close(): void {
    itemsOf(this.#doc).unobserveDeep(this.#collect);
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
