/** Frame 12, from the server: entries of the record in unbroken order of number, as JSON. */
import { readVarString, type Decoder } from "lib0/decoding";
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from "lib0/encoding";
import { z } from "zod";
import type { Entry } from "../entry.ts";
import { message } from "./messages.ts";

const parts = z.record(z.string(), z.unknown());

/** One entry as it travels. */
export const entrySchema: z.ZodType<Entry> = z.object({
  number: z.int().positive(),
  statementId: z.string(),
  at: z.string(),
  personId: z.string(),
  boroughId: z.string(),
  type: z.string(),
  facts: parts,
  words: parts,
  wordsDigest: z.string(),
  hash: z.string(),
});

export function encodeEntries(entries: readonly Entry[]): Uint8Array {
  const encoder = createEncoder();
  writeVarUint(encoder, message.record);
  writeVarString(encoder, JSON.stringify(entries));
  return toUint8Array(encoder);
}

/** @param decoder after the frame's first number. Throws when cut short or not entries. */
export function decodeEntries(decoder: Decoder): Entry[] {
  const sent: unknown = JSON.parse(readVarString(decoder));
  return z.array(entrySchema).parse(sent);
}
