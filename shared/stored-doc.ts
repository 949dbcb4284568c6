/** Makes a document of text as it is stored: a snapshot, and the updates after it. */
import * as Y from "yjs";
import { aboutOf, itemsOf } from "./items.ts";

export interface StoredBytes {
  /** Yjs updates, version 1; null when none was made yet. */
  readonly snapshot: Uint8Array | null;
  /** What came after it, in order. */
  readonly updates: readonly Uint8Array[];
}

/** @throws when one of them cannot be read */
export function docOf({ snapshot, updates }: StoredBytes): Y.Doc {
  const doc = new Y.Doc();
  // Named before anything is applied: a root is what it is first asked for as.
  aboutOf(doc);
  itemsOf(doc);
  const applyEach = (): void => {
    if (snapshot) Y.applyUpdate(doc, snapshot);
    for (const bytes of updates) Y.applyUpdate(doc, bytes);
  };
  // Together, because every transaction walks all Yjs client ids.
  Y.transact(doc, applyEach, null, false);
  return doc;
}
