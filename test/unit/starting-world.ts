/** What starting points are tried with: somebody who begins, ids that count, and a record folded from drafts. */
import type { Member } from "../../shared/access.ts";
import { chainStart, sealEntry, type Entry, type EntryDraft } from "../../shared/entry.ts";
import { foldEntries } from "../../shared/record.ts";
import { emptyRecord, type RecordState } from "../../shared/record-state.ts";

export const priya: Member = {
  personId: "priya",
  name: "Priya",
  boroughId: "camden",
  boroughName: "Camden",
  role: "lead",
  agrees: true,
};

/** "id1", "id2", … */
export function countingIds(): () => string {
  let last = 0;
  return () => `id${++last}`;
}

/** What the drafts come to once they are kept. */
export function foldDrafts(drafts: readonly EntryDraft[]): RecordState {
  const { personId, boroughId } = priya;
  const seal = { statementId: "s", at: "2026-05-14T09:00:00.000Z", personId, boroughId };
  const entries: Entry[] = [];
  for (const draft of drafts) entries.push(sealEntry(entries.at(-1) ?? chainStart, draft, seal));
  return foldEntries(emptyRecord, entries);
}
