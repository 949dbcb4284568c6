/**
 * A page at the end of a socket, without a network between: it speaks y-protocols and our frames and
 * notes all that it is sent. Its socket can be made slow.
 */
import { createDecoder, readVarUint, readVarUint8Array } from "lib0/decoding";
import {
  createEncoder,
  length,
  toUint8Array,
  writeVarUint,
  writeVarUint8Array,
} from "lib0/encoding";
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from "y-protocols/awareness";
import { readSyncMessage, writeSyncStep1, writeUpdate } from "y-protocols/sync";
import * as Y from "yjs";
import type { Entry } from "../../../shared/entry.ts";
import { addItem, fragmentOf, itemsOf, type NewItem } from "../../../shared/items.ts";
import { encodeMark } from "../../../shared/sync/mark.ts";
import { message } from "../../../shared/sync/messages.ts";
import { decodeEntries } from "../../../shared/sync/record-entries.ts";
import { encodeRecordSince } from "../../../shared/sync/record-since.ts";
import { decodeSaved } from "../../../shared/sync/saved.ts";
import type { Socket } from "../../../server/sync/socket.ts";
import type { Visit } from "../../../server/sync/rooms.ts";

export class APage implements Socket {
  readonly doc = new Y.Doc();
  readonly awareness: Awareness;
  readonly entries: Entry[] = [];
  /** Every frame it was sent: its kind and its length. */
  readonly frames: { readonly kind: number; readonly bytes: Uint8Array }[] = [];
  saved = 0;
  closed: { readonly code: number; readonly reason: string } | null = null;
  bufferedAmount = 0;
  /** What the network has not taken; null while it takes everything. */
  #buffered: Uint8Array[] | null = null;
  #visit: Visit | null = null;
  #marks = 0;

  /** @param clientId of its Yjs document, when it matters */
  constructor(clientId?: number) {
    if (clientId !== undefined) this.doc.clientID = clientId;
    this.awareness = new Awareness(this.doc);
    this.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.sendUpdate(update);
    });
    this.awareness.on("update", (_changes: unknown, origin: unknown) => {
      if (origin === "local") this.sendPresence();
    });
  }

  /** Does what y-websocket does when a socket opens. */
  opened(visit: Visit): void {
    this.#visit = visit;
    this.asks();
    this.sendPresence();
    this.raw(encodeRecordSince(this.entries.length));
  }

  /** Asks what it lacks. */
  asks(): void {
    this.#send(message.sync, (encoder) => writeSyncStep1(encoder, this.doc));
  }

  send(bytes: Uint8Array): void {
    if (this.#buffered) {
      this.#buffered.push(bytes);
      this.bufferedAmount += bytes.length;
    } else {
      this.#read(bytes);
    }
  }

  /** The network takes nothing more. */
  sticks(): void {
    this.#buffered = [];
  }

  /** The network takes what has gathered, and goes on. */
  drains(): void {
    const buffered = this.#buffered ?? [];
    this.#buffered = null;
    this.bufferedAmount = 0;
    for (const bytes of buffered) this.#read(bytes);
  }

  close(code: number, reason: string): void {
    this.closed ??= { code, reason };
    this.leave();
  }

  /** The socket goes. */
  leave(): void {
    this.#visit?.end();
    this.#visit = null;
  }

  end(): void {
    this.leave();
    this.awareness.destroy();
    this.doc.destroy();
  }

  /** Sends any bytes at all. */
  raw(bytes: Uint8Array): void {
    this.#visit?.receive(bytes);
  }

  sendUpdate(update: Uint8Array): void {
    this.#send(message.sync, (encoder) => writeUpdate(encoder, update));
  }

  sendPresence(): void {
    if (!this.awareness.meta.has(this.awareness.clientID)) return;
    const update = encodeAwarenessUpdate(this.awareness, [this.awareness.clientID]);
    this.#send(message.awareness, (encoder) => writeVarUint8Array(encoder, update));
  }

  /** Asks to be told when everything before is saved. @returns the number of the mark */
  mark(): number {
    this.#marks += 1;
    this.raw(encodeMark(this.#marks));
    return this.#marks;
  }

  /** Makes an item with these words in its first field. */
  adds(item: NewItem): void {
    this.doc.transact(() => addItem(this.doc, item));
  }

  /** Types at the end of the first paragraph of a field. */
  types(itemId: string, field: string, words: string): void {
    const text = this.#text(itemId, field);
    text.insert(text.length, words);
  }

  /** The words of the first paragraph of a field. */
  reads(itemId: string, field: string): string {
    const delta = this.#text(itemId, field).toDelta() as { insert?: unknown }[];
    return delta.map(({ insert }) => (typeof insert === "string" ? insert : "")).join("");
  }

  has(itemId: string): boolean {
    return itemsOf(this.doc).has(itemId);
  }

  /** States of the others, by client id. */
  others(): Map<number, Record<string, unknown>> {
    const states = new Map(this.awareness.getStates() as Map<number, Record<string, unknown>>);
    states.delete(this.doc.clientID);
    return states;
  }

  #text(itemId: string, field: string): Y.XmlText {
    const paragraph = fragmentOf(this.doc, itemId, field)?.get(0);
    const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
    if (!(text instanceof Y.XmlText)) throw new Error(`${itemId} has no ${field} here`);
    return text;
  }

  #send(kind: number, write: (encoder: ReturnType<typeof createEncoder>) => void): void {
    const encoder = createEncoder();
    writeVarUint(encoder, kind);
    write(encoder);
    this.raw(toUint8Array(encoder));
  }

  #read(bytes: Uint8Array): void {
    const decoder = createDecoder(bytes);
    const kind = readVarUint(decoder);
    this.frames.push({ kind, bytes });
    switch (kind) {
      case message.sync: {
        const answer = createEncoder();
        writeVarUint(answer, message.sync);
        readSyncMessage(decoder, answer, this.doc, this);
        if (length(answer) > 1) this.raw(toUint8Array(answer));
        return;
      }
      case message.awareness:
        applyAwarenessUpdate(this.awareness, readVarUint8Array(decoder), this);
        return;
      case message.saved:
        this.saved = decodeSaved(decoder);
        return;
      case message.record:
        this.entries.push(...decodeEntries(decoder));
        return;
      case message.notes:
        return;
      default:
        throw new Error(`The server sent a frame of kind ${kind}.`);
    }
  }
}
