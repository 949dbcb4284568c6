/** Commits for the tests of the store, of which most parts are nothing. */
import { type Entry, sealEntry, chainStart } from "../../../shared/entry.ts";
import { packEdit, type StoredEdit } from "../../../server/store/history-store.ts";
import type { Store } from "../../../server/store/store.ts";
import type {
  Commit,
  Merged,
  NewTextRow,
  Point,
  StoredText,
} from "../../../server/store/text-store.ts";

export const at = "2026-05-14T09:00:00.000Z";

export function aCommit(parts: Partial<Commit>): Commit {
  return {
    expects: [],
    updates: [],
    clientIds: [],
    entries: [],
    references: [],
    versions: [],
    summaries: [],
    ...parts,
  };
}

/** Rows of one statement; the bytes say which they are, since the store does not read them. */
export function someText(statementId: string, ...words: readonly string[]): NewTextRow[] {
  return words.map((word) => ({
    statementId,
    personId: "ada",
    at,
    bytes: new TextEncoder().encode(word),
  }));
}

export function aNote(statementId: string, after: Pick<Entry, "number" | "hash" | "at">): Entry {
  const draft = { type: "say-something", facts: { about: "r1" }, words: { words: "Why?" } };
  return sealEntry(after, draft, { statementId, at, personId: "ada", boroughId: "camden" });
}

export const firstNote = (statementId: string): Entry => aNote(statementId, chainStart);

/** What is in the journal, in order: beat, place in it, and the word. */
export async function journalOf({ text }: Store, statementId: string): Promise<string[]> {
  const stored = await text.load(statementId);
  return (stored?.updates ?? []).map(
    ({ beat, part, bytes }) => `${beat}.${part} ${new TextDecoder().decode(bytes)}`,
  );
}

export async function pointOf({ text }: Store, statementId: string): Promise<Point | undefined> {
  return (await text.points([statementId])).get(statementId);
}

/** What a test makes of the stored text, instead of a snapshot of a document. */
export interface Compacted extends Pick<Merged, "bytes" | "itemEdits"> {
  readonly edits: readonly StoredEdit[];
}

/** Reads what is to be merged, has it merged, and keeps that, as a server does. */
export async function compacts(
  { text }: Pick<Store, "text">,
  statementId: string,
  at: string,
  merge: (stored: StoredText, recent: readonly StoredEdit[]) => Promise<Compacted>,
): Promise<{ readonly rows: number; readonly bytes: number }> {
  const found = await text.toMerge(statementId);
  if (!found) return { rows: 0, bytes: 0 };
  const { stored, recent } = found;
  const compacted = await merge(stored, recent);
  const kept = await text.keepMerged(statementId, at, {
    ...compacted,
    edits: compacted.edits.map(packEdit),
    snapshotBeat: stored.snapshotBeat,
    beat: stored.updates.at(-1)?.beat ?? 0,
    rows: stored.updates.length,
    rowBytes: stored.updates.reduce((sum, { bytes }) => sum + bytes.length, 0),
  });
  await text.removeMerged(statementId);
  return kept;
}
