/** Frames that only tests send. */
import {
  createEncoder,
  toUint8Array,
  writeVarString,
  writeVarUint,
  writeVarUint8Array,
} from "lib0/encoding";
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
