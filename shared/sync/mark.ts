/** Frame 10, from the page: "tell me when everything I sent before this is committed." */
import { readVarUint, type Decoder } from "lib0/decoding";
import { createEncoder, toUint8Array, writeVarUint } from "lib0/encoding";
import { message } from "./messages.ts";

export function encodeMark(k: number): Uint8Array {
  const encoder = createEncoder();
  writeVarUint(encoder, message.mark);
  writeVarUint(encoder, k);
  return toUint8Array(encoder);
}

/** @param decoder after the frame's first number. Throws when cut short. */
export function decodeMark(decoder: Decoder): number {
  return readVarUint(decoder);
}
