/** The y-protocols frames that the server sends about text. */
import { createEncoder, toUint8Array, writeVarUint, writeVarUint8Array } from "lib0/encoding";
import { messageYjsSyncStep1, messageYjsSyncStep2, messageYjsUpdate } from "y-protocols/sync";
import { message } from "../../shared/sync/messages.ts";

/** "Send me what I lack." */
export function encodeAsk(stateVector: Uint8Array): Uint8Array {
  return encode(messageYjsSyncStep1, stateVector);
}

/** The answer to an ask. */
export function encodeAnswer(update: Uint8Array): Uint8Array {
  return encode(messageYjsSyncStep2, update);
}

export function encodeUpdate(update: Uint8Array): Uint8Array {
  return encode(messageYjsUpdate, update);
}

function encode(kind: number, bytes: Uint8Array): Uint8Array {
  const encoder = createEncoder();
  writeVarUint(encoder, message.sync);
  writeVarUint(encoder, kind);
  writeVarUint8Array(encoder, bytes);
  return toUint8Array(encoder);
}
