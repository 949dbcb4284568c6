/**
 * What somebody types, as the updates of a page that does: letter n is the insertion with Yjs clock n of a client of
 * their own, to the right of the letter before. Written without a document: with thousands of earlier sessions a
 * document takes milliseconds for a letter, a thousand documents take gigabytes, and the driver is one process.
 */
import {
  createEncoder,
  toUint8Array,
  writeUint8,
  writeVarString,
  writeVarUint,
} from "lib0/encoding";
import * as Y from "yjs";
import { fragmentOf } from "../../shared/items.ts";

/** Where somebody begins to type. */
export interface Place {
  readonly itemId: string;
  readonly field: string;
  readonly from: number;
}

/** The same place by what stands there. */
export interface Anchor {
  readonly itemId: string;
  readonly field: string;
  /** The text that is typed in. */
  readonly text: Y.ID;
  readonly left: Y.ID | null;
  readonly right: Y.ID | null;
}

/** @throws when there is no text */
export function anchorOf(doc: Y.Doc, { itemId, field, from }: Place): Anchor {
  const paragraph = fragmentOf(doc, itemId, field)?.get(0);
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new Error(`There is no text in ${itemId}.`);
  const before = from === 0 ? null : Y.createRelativePositionFromTypeIndex(text, from, -1);
  const after = Y.createRelativePositionFromTypeIndex(text, from, 0);
  const { type, item: right } = after;
  const left = before?.item ?? null;
  if (!type || (!left && !right)) throw new Error(`There are no words in ${itemId}.`);
  return { itemId, field, text: type, left, right };
}

/** The references of y-protocols' update format, version 1: what an item holds, and which neighbours it names. */
const holdsText = 4;
const namesLeft = 0x80;
const namesRight = 0x40;

/** @param from clock of the first of the letters */
export function lettersUpdate(
  clientId: number,
  { left, right }: Pick<Anchor, "left" | "right">,
  { from, letters }: { from: number; letters: string },
): Uint8Array {
  const origin = from === 0 ? left : { client: clientId, clock: from - 1 };
  const encoder = createEncoder();
  // One client, one struct.
  writeVarUint(encoder, 1);
  writeVarUint(encoder, 1);
  writeVarUint(encoder, clientId);
  writeVarUint(encoder, from);
  writeUint8(encoder, holdsText | (origin ? namesLeft : 0) | (right ? namesRight : 0));
  for (const neighbour of [origin, right]) {
    if (!neighbour) continue;
    writeVarUint(encoder, neighbour.client);
    writeVarUint(encoder, neighbour.clock);
  }
  writeVarString(encoder, letters);
  // Nothing is deleted.
  writeVarUint(encoder, 0);
  return toUint8Array(encoder);
}

/** Where the caret is behind letter `count`, as Yjs writes it in JSON. */
export function caretBehind(clientId: number, { text, left }: Anchor, count: number): object {
  const item = count === 0 ? left : { client: clientId, clock: count - 1 };
  return { type: text, ...(item ? { item } : {}), assoc: -1 };
}
