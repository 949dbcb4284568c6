/** A statement as it is committed, read from the store and not from its room: text and record of one moment. */
import type * as Y from "yjs";
import { priorityWordsOf, readItems, titleOf } from "../../shared/items.ts";
import { foldEntries } from "../../shared/record.ts";
import { emptyRecord, type RecordState } from "../../shared/record-state.ts";
import { noSuchStatement } from "../../shared/refusal.ts";
import { docOf } from "../../shared/stored-doc.ts";
import type { WholeStatement } from "../../shared/whole-statement.ts";
import type { ReadStore } from "../store/store.ts";

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
