/** Text that the server itself writes: on a copy, so that the room's document holds only what is committed. */
import * as Y from "yjs";
import { inspectUpdate, type Inspected } from "./inspect-update.ts";
import type { CommittedText } from "./committed-text.ts";
import { theServer } from "./the-server.ts";

/**
 * A copy of each text that the server has written in, as long as its room is open. A copy of 2,000
 * items takes 100 ms to make and a millisecond to bring up to date.
 */
const copies = new WeakMap<CommittedText, Y.Doc>();

/** What was written last was not committed, and never will be: the copy holds it, and is made again. */
export function forgetCopy(text: CommittedText): void {
  copies.delete(text);
}

/**
 * What `write` changes in the text, to be committed; the text itself is left alone. What comes back as
 * news has to be committed, or the copy forgotten, or the text given up, as a room is whose commit fails.
 * @param clientId the server's own for this statement
 * @throws what `write` throws
 */
export function writeOnCopy(
  text: CommittedText,
  clientId: number,
  write: (doc: Y.Doc) => void,
): Inspected {
  const copy = copies.get(text) ?? new Y.Doc();
  // Kept again only when all went well: one that was written in halfway is not the text.
  copies.delete(text);
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(text.doc, Y.encodeStateVector(copy)));
  // Only now: a document that meets its own client id while it applies an update takes another.
  copy.clientID = clientId;
  const updates: Uint8Array[] = [];
  const keep = (update: Uint8Array): number => updates.push(update);
  copy.on("update", keep);
  copy.transact(() => write(copy));
  copy.off("update", keep);
  const inspected: Inspected =
    updates.length === 0
      ? { state: "nothing" }
      : inspectUpdate(Y.mergeUpdates(updates), theServer.personId, text);
  if (inspected.state !== "refused") copies.set(text, copy);
  return inspected;
}
