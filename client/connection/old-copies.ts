/**
 * Local copies that must not be merged: of somebody who may no longer write, or from before the
 * server's data was restored. Their unsaved words are offered, and copies without any are forgotten.
 */
import { runsBeyond, touchedBy } from "../../shared/touched-items.ts";
import { gatherPassages, type LiveLeftWords } from "./left-words.ts";
import { findCopies, forgetCopy, readCopy } from "./local-copy.ts";
import type { StatementSession } from "./statement-session.ts";
import { readNotes } from "./unsaved-note.ts";

type Place = Pick<StatementSession, "me" | "statementId" | "doc" | "items"> & {
  readonly leftWords: LiveLeftWords;
};

/**
 * @param place with what the server has in its document
 * @param inUse the name of the copy that is in use, or null
 */
export async function offerOldCopies(place: Place, inUse: string | null): Promise<void> {
  const { me, statementId, doc, items, leftWords } = place;
  for (const name of await findCopies(me.personId, statementId)) {
    if (name === inUse) continue;
    const copy = await readCopy(name);
    // The server may have confirmed words that were lost with the data since.
    const newer = touchedBy(copy, runsBeyond(copy, doc));
    const itemIds = new Set([...readNotes(name).itemIds, ...newer]);
    const passages = gatherPassages(copy, [...itemIds], (id) => items.item(id));
    copy.destroy();
    await leftWords.offer(passages, () => forgetCopy(name));
  }
}
