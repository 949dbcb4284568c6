/**
 * Frame 14, from the server, to people of one borough only: "something was done to your borough's
 * notes." The notes are asked for over HTTP, so that their words are in no frame.
 */
import { createEncoder, toUint8Array, writeVarUint } from "lib0/encoding";
import { message } from "./messages.ts";

export function encodeNotes(): Uint8Array {
  const encoder = createEncoder();
  writeVarUint(encoder, message.notes);
  return toUint8Array(encoder);
}
