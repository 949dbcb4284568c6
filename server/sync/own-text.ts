/** Text that the server itself writes: on a copy, so that the room's document holds only what is committed. */
import * as Y from "yjs";
import { inspectUpdate, type Inspected } from "./inspect-update.ts";
import type { CommittedText } from "./committed-text.ts";
import { theServer } from "./the-server.ts";

/**
 * What `write` changes in the text, to be committed; the text itself is left alone.
 * @param clientId the server's own for this statement
 * @throws what `write` throws
 */
export function writeOnCopy(
  text: CommittedText,
  clientId: number,
  write: (doc: Y.Doc) => void,
): Inspected {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(text.doc));
  // Only now: a document that meets its own client id while it applies an update takes another.
  copy.clientID = clientId;
  const updates: Uint8Array[] = [];
  copy.on("update", (update) => updates.push(update));
  copy.transact(() => write(copy));
  copy.destroy();
  if (updates.length === 0) return { state: "nothing" };
  return inspectUpdate(Y.mergeUpdates(updates), theServer.personId, text);
}
