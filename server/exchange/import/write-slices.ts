/**
 * Writes on a copy of a text and hands out what was written in slices, each a Yjs update that may be
 * committed by itself, one after the other: others' typing gets its turn between them. Promises that
 * each item is whole in its slice.
 */
import * as Y from "yjs";

export interface Slice {
  readonly update: Uint8Array;
  /** Ids of the items in it, in the order in which they were written. */
  readonly itemIds: readonly string[];
}

export interface ItemToWrite {
  readonly itemId: string;
  write(doc: Y.Doc): void;
}

/** Committing and sending this many takes a server about four milliseconds: so long do others wait at most. */
const itemsInSlice = 10;

/** @param doc a copy of the text that nobody else uses: it has a client id of its own */
export function writeSlices(doc: Y.Doc, items: readonly ItemToWrite[]): Slice[] {
  const slices: Slice[] = [];
  for (let from = 0; from < items.length; from += itemsInSlice) {
    const part = items.slice(from, from + itemsInSlice);
    const updates: Uint8Array[] = [];
    const keep = (update: Uint8Array): number => updates.push(update);
    doc.on("update", keep);
    doc.transact(() => {
      for (const { write } of part) write(doc);
    });
    doc.off("update", keep);
    if (updates.length > 0)
      slices.push({ update: Y.mergeUpdates(updates), itemIds: part.map(({ itemId }) => itemId) });
  }
  return slices;
}
