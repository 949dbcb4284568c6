/** A statement as it is committed, read from the store and not from its room: text and record of one moment. */
import * as Y from "yjs";
import { aboutOf, itemsOf, priorityWordsOf, readItems, titleOf } from "../../shared/items.ts";
import { foldEntries } from "../../shared/record.ts";
import { emptyRecord, type RecordState } from "../../shared/record-state.ts";
import { noSuchStatement } from "../../shared/refusal.ts";
import type { WholeStatement } from "../../shared/whole-statement.ts";
import type { ReadStore } from "../store/store.ts";
import type { StoredWords } from "../store/text-store.ts";

/** @throws Refusal `not-found` */
export async function readStored(
  store: Pick<ReadStore, "text">,
  statementId: string,
): Promise<{ readonly doc: Y.Doc; readonly record: RecordState }> {
  const stored = await store.text.load(statementId);
  if (!stored) throw noSuchStatement();
  const updates = stored.updates.map(({ bytes }) => bytes);
  const doc = docOf({ snapshot: stored.snapshot, updates });
  return { doc, record: foldEntries(emptyRecord, stored.entries) };
}

/** What reads: the store, and a clock. ISO 8601, UTC. */
export interface Reading {
  readonly store: ReadStore;
  now(): string;
}

/**
 * For exports, the comparison and beginnings.
 * @throws Refusal `not-found`
 */
export async function readWhole(
  { store, now }: Reading,
  statementId: string,
): Promise<WholeStatement> {
  const { doc, record } = await readStored(store, statementId);
  const at = now();
  return {
    statementId,
    title: titleOf(doc),
    priorityWords: priorityWordsOf(doc),
    items: readItems(doc),
    record,
    at,
    version: null,
  };
}

/** @throws when an update cannot be read */
function docOf({ snapshot, updates }: Omit<StoredWords, "references">): Y.Doc {
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
