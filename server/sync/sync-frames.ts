/** The y-protocols frames that the server sends about text. */
import { createEncoder, toUint8Array, writeVarUint } from "lib0/encoding";
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

/** Copies the bytes once: they may be a whole statement. */
function encode(kind: number, bytes: Uint8Array): Uint8Array {
  const encoder = createEncoder();
  writeVarUint(encoder, message.sync);
  writeVarUint(encoder, kind);
  writeVarUint(encoder, bytes.length);
  const head = toUint8Array(encoder);
  const frame = new Uint8Array(head.length + bytes.length);
  frame.set(head);
  frame.set(bytes, head.length);
  return frame;
}
