/**
 * Local copies that must not be merged: of somebody who may no longer write, or from before the
 * server's data was restored. Their unsaved words are offered, and copies without any are forgotten.
 */
import type { Item } from "../../shared/items.ts";
import { gatherPassages, type LiveLeftWords } from "./left-words.ts";
import { findCopies, forgetCopy, readCopy } from "./local-copy.ts";
import { readNotes } from "./unsaved-note.ts";

interface OldCopies {
  readonly personId: string;
  readonly statementId: string;
  /** The copy that is in use, or null. */
  readonly inUse: string | null;
  readonly leftWords: LiveLeftWords;
  readonly today: (itemId: string) => Item | undefined;
}

export async function offerOldCopies(old: OldCopies): Promise<void> {
  for (const name of await findCopies(old.personId, old.statementId)) {
    if (name === old.inUse) continue;
    const { itemIds } = readNotes(name);
    const doc = await readCopy(name);
    const passages = gatherPassages(doc, itemIds, old.today);
    doc.destroy();
    await old.leftWords.offer(passages, () => forgetCopy(name));
  }
}
