/** Frames that only tests send. */
import { createDecoder, readVarUint, readVarUint8Array } from "lib0/decoding";
import {
  createEncoder,
  toUint8Array,
  writeVarString,
  writeVarUint,
  writeVarUint8Array,
} from "lib0/encoding";
import { messageYjsSyncStep2 } from "y-protocols/sync";
import * as Y from "yjs";
import { message } from "../../../shared/sync/messages.ts";

export function encodeAskPresence(): Uint8Array {
  const encoder = createEncoder();
  writeVarUint(encoder, message.queryAwareness);
  return toUint8Array(encoder);
}

/** What y-protocols would send for one client id, whoever's it is. */
export function encodePresence(clientId: number, clock: number, state: unknown): Uint8Array {
  const update = createEncoder();
  writeVarUint(update, 1);
  writeVarUint(update, clientId);
  writeVarUint(update, clock);
  writeVarString(update, JSON.stringify(state));
  const frame = createEncoder();
  writeVarUint(frame, message.awareness);
  writeVarUint8Array(frame, toUint8Array(update));
  return toUint8Array(frame);
}

/** How many people's states a frame about presence holds. */
export function countPresences(frame: Uint8Array): number {
  const decoder = createDecoder(frame);
  readVarUint(decoder);
  return readVarUint(createDecoder(readVarUint8Array(decoder)));
}

/** A frame of y-protocols' sync: 0 asks, 1 answers, 2 is an update. */
export function syncFrame(kind: number, bytes: Uint8Array): Uint8Array {
  const encoder = createEncoder();
  writeVarUint(encoder, message.sync);
  writeVarUint(encoder, kind);
  writeVarUint8Array(encoder, bytes);
  return toUint8Array(encoder);
}

/** Two updates of one client as one with two places for it, which Yjs never writes. */
export function glued(updates: readonly Uint8Array[]): Uint8Array {
  const encoder = createEncoder();
  writeVarUint(encoder, updates.length);
  const bodies = updates.map((update) => {
    const decoder = createDecoder(update);
    readVarUint(decoder);
    // The last byte says that nothing is deleted.
    return update.subarray(decoder.pos, update.length - 1);
  });
  const head = toUint8Array(encoder);
  return Uint8Array.from([...head, ...bodies.flatMap((body) => [...body]), 0]);
}

/** Two clients, the first struct of each standing right of the other's. */
export function ring(): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  const { restEncoder } = encoder;
  writeVarUint(restEncoder, 2);
  for (const [client, other] of [
    [11, 12],
    [12, 11],
  ] as const) {
    writeVarUint(restEncoder, 1);
    encoder.writeClient(client);
    writeVarUint(restEncoder, 0);
    const content = new Y.ContentAny([1]);
    const origin = Y.createID(other, 0);
    new Y.Item(Y.createID(client, 0), null, origin, null, null, null, null, content).write(
      encoder,
      0,
    );
  }
  writeVarUint(restEncoder, 0);
  return encoder.toUint8Array();
}

/** The update in a frame that answers a page. */
export function updateIn(frame: Uint8Array): Uint8Array {
  const decoder = createDecoder(frame);
  const kinds = [readVarUint(decoder), readVarUint(decoder)];
  if (kinds.join() !== [message.sync, messageYjsSyncStep2].join())
    throw new Error(`This frame is no answer: ${kinds.join()}`);
  return readVarUint8Array(decoder);
}
