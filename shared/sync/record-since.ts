/** Frame 13, from the page: "send the entries after number n, and those that follow." */
import { readVarUint, type Decoder } from "lib0/decoding";
import { createEncoder, toUint8Array, writeVarUint } from "lib0/encoding";
import { message } from "./messages.ts";

export function encodeRecordSince(n: number): Uint8Array {
  const encoder = createEncoder();
  writeVarUint(encoder, message.recordSince);
  writeVarUint(encoder, n);
  return toUint8Array(encoder);
}

/** @param decoder after the frame's first number. Throws when cut short. */
export function decodeRecordSince(decoder: Decoder): number {
  return readVarUint(decoder);
}
