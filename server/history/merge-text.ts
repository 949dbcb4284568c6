/** Makes a snapshot of a statement's stored text. Takes long where it is long: it belongs in a process of its own. */
import * as Y from "yjs";
import { packEdit } from "../store/history-store.ts";
import type { Merged, TextStore } from "../store/text-store.ts";
import { replayEdits } from "./text-edits.ts";

/**
 * @returns null when there is nothing to merge
 * @throws when the stored text cannot be read
 */
export async function mergeText(
  text: Pick<TextStore, "toMerge">,
  statementId: string,
): Promise<Merged | null> {
  const found = await text.toMerge(statementId);
  const last = found?.stored.updates.at(-1);
  if (!found || !last) return null;
  const { stored, recent } = found;
  const { doc, itemEdits, edits } = replayEdits(stored, recent);
  return {
    snapshotBeat: stored.snapshotBeat,
    beat: last.beat,
    rows: stored.updates.length,
    rowBytes: stored.updates.reduce((sum, { bytes }) => sum + bytes.length, 0),
    bytes: Y.encodeStateAsUpdate(doc),
    itemEdits,
    edits: edits.map(packEdit),
  };
}
