/** Makes a document of what is stored: the snapshot, then every row after it, in one transaction. */
import * as Y from "yjs";
import { aboutOf, itemsOf } from "../../shared/items.ts";
import type { ItemEdit, StoredText } from "../store/text-store.ts";
import { runsIn, touchedBy } from "../../shared/touched-items.ts";

export interface Replayed {
  readonly doc: Y.Doc;
  /** Item id → who last changed it, of the rows after the snapshot. */
  readonly itemEdits: ReadonlyMap<string, ItemEdit>;
}

export function replay({ snapshot, updates }: Pick<StoredText, "snapshot" | "updates">): Replayed {
  const doc = new Y.Doc();
  // Named before anything is applied: a root is what it is first asked for as.
  aboutOf(doc);
  itemsOf(doc);
  const applyEach = (): void => {
    if (snapshot) Y.applyUpdate(doc, snapshot);
    for (const { bytes } of updates) Y.applyUpdate(doc, bytes);
  };
  Y.transact(doc, applyEach, null, false);
  const itemEdits = new Map<string, ItemEdit>();
  for (const { bytes, personId, at } of updates) {
    for (const itemId of touchedBy(doc, runsIn(bytes))) {
      itemEdits.set(itemId, { personId, at });
    }
  }
  return { doc, itemEdits };
}
