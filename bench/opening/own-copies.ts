/** The copies of people who come back: all but what came last, and a letter of their own that the server has not seen. */
import * as Y from "yjs";
import { readItems } from "../../shared/items.ts";
import { firstText } from "../seed/large-text.ts";

export interface OwnCopy {
  readonly stateVector: Uint8Array;
  /** Their own letter. */
  readonly letter: Uint8Array;
  /** What a Yjs document with this copy answers to a server with that state vector. */
  lacking(serverStateVector: Uint8Array): Uint8Array;
}

const firstClientId = 3_000_000;

/** @param before the text that all of them have */
export function ownCopies(before: Uint8Array, people: number): OwnCopy[] {
  const shared = new Y.Doc();
  Y.applyUpdate(shared, before);
  const state = Y.decodeStateVector(Y.encodeStateVector(shared));
  // Written in one document in turn, each as if the others were not there: documents of this size are slow to make.
  const writing = new Y.Doc();
  Y.applyUpdate(writing, before);
  const items = readItems(writing);
  const answers = new Map<string, Uint8Array>();
  const lackingOfAll = (serverStateVector: Uint8Array): Uint8Array => {
    const key = Buffer.from(serverStateVector).toString("latin1");
    let answer = answers.get(key);
    if (!answer) answers.set(key, (answer = Y.encodeStateAsUpdate(shared, serverStateVector)));
    return answer;
  };
  return Array.from({ length: people }, (_, number) => {
    const clientId = firstClientId + number;
    const item = items[(number * 7) % items.length];
    const [field = ""] = Object.keys(item?.fields ?? {});
    const text = firstText(writing, item?.id ?? "", field);
    const letter = letterOf(writing, clientId, text);
    return {
      stateVector: Y.encodeStateVector(new Map([...state, [clientId, 1]])),
      letter,
      lacking(serverStateVector) {
        const known = Y.decodeStateVector(serverStateVector).get(clientId) ?? 0;
        const ofAll = lackingOfAll(serverStateVector);
        return known > 0 ? ofAll : Y.mergeUpdates([letter, ofAll]);
      },
    };
  });
}

function letterOf(doc: Y.Doc, clientId: number, text: Y.XmlText): Uint8Array {
  const updates: Uint8Array[] = [];
  const keep = (update: Uint8Array): number => updates.push(update);
  doc.clientID = clientId;
  doc.on("update", keep);
  // At the start, so that nobody's letter hangs on another's.
  text.insert(0, "x");
  doc.off("update", keep);
  const [update] = updates;
  if (!update) throw new Error("Nothing was typed.");
  return update;
}
