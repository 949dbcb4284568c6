/** Frame 11, from the server: "everything you sent before mark k is committed." */
import { readVarUint, type Decoder } from "lib0/decoding";
import { createEncoder, toUint8Array, writeVarUint } from "lib0/encoding";
import { message } from "./messages.ts";

export function encodeSaved(k: number): Uint8Array {
  const encoder = createEncoder();
  writeVarUint(encoder, message.saved);
  writeVarUint(encoder, k);
  return toUint8Array(encoder);
}

/** @param decoder after the frame's first number. Throws when cut short. */
export function decodeSaved(decoder: Decoder): number {
  return readVarUint(decoder);
}
