/** Makes a document of what is stored: the snapshot, then every row after it, in one transaction. */
import type * as Y from "yjs";
import { docOf } from "../../shared/stored-doc.ts";
import type { ItemEdit, StoredText } from "../store/text-store.ts";
import { runsIn, touchedBy } from "../../shared/touched-items.ts";

export interface Replayed {
  readonly doc: Y.Doc;
  /** Item id → who last changed it, of the rows after the snapshot. */
  readonly itemEdits: ReadonlyMap<string, ItemEdit>;
}

export function replay({ snapshot, updates }: Pick<StoredText, "snapshot" | "updates">): Replayed {
  const doc = docOf({ snapshot, updates: updates.map(({ bytes }) => bytes) });
  const itemEdits = new Map<string, ItemEdit>();
  for (const { bytes, personId, at } of updates) {
    for (const itemId of touchedBy(doc, runsIn(bytes))) {
      itemEdits.set(itemId, { personId, at });
    }
  }
  return { doc, itemEdits };
}
