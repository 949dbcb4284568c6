/** Frames of y-protocols' awareness, put together from entries that were encoded once. */
import { createDecoder, readVarString, readVarUint } from "lib0/decoding";
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from "lib0/encoding";
import { message } from "../../shared/sync/messages.ts";

/** What somebody said of themselves, as one entry of an awareness update. */
export interface PresenceEntry {
  readonly encoded: Uint8Array;
}

/** Encoded when it is first passed on: in a large room most of what is said is overtaken before its turn. */
export class SaidEntry implements PresenceEntry {
  readonly #clientId: number;
  readonly #clock: number;
  readonly #state: object | null;
  #encoded: Uint8Array | undefined;

  /** @param state as it is to be passed on; null for whoever is gone */
  constructor(clientId: number, clock: number, state: object | null) {
    this.#clientId = clientId;
    this.#clock = clock;
    this.#state = state;
  }

  get encoded(): Uint8Array {
    return (this.#encoded ??= this.#encode());
  }

  #encode(): Uint8Array {
    const encoder = createEncoder();
    writeVarUint(encoder, this.#clientId);
    writeVarUint(encoder, this.#clock);
    writeVarString(encoder, JSON.stringify(this.#state));
    return toUint8Array(encoder);
  }
}

/** The state in an encoded entry. */
export function stateIn(encoded: Uint8Array): object {
  const decoder = createDecoder(encoded);
  readVarUint(decoder);
  readVarUint(decoder);
  return JSON.parse(readVarString(decoder)) as object;
}

/**
 * One frame for all, encoded once; whoever is in it gets a copy of its bytes without their own entry,
 * so that a room of 200 does not encode 200 times 200 entries.
 */
export function framesOf(
  entries: ReadonlyMap<number, Uint8Array>,
): (presenceId: number | null) => Uint8Array | null {
  const all = joined([...entries.values()]);
  const starts = new Map<number, number>();
  let start = 0;
  for (const [id, { length }] of entries) {
    starts.set(id, start);
    start += length;
  }
  let shared: Uint8Array | null = null;
  return (presenceId) => {
    const own = presenceId === null ? undefined : entries.get(presenceId);
    const from = presenceId === null ? undefined : starts.get(presenceId);
    if (own === undefined || from === undefined) {
      return entries.size === 0 ? null : (shared ??= encodeFrame(entries.size, [all]));
    }
    if (entries.size === 1) return null;
    return encodeFrame(entries.size - 1, [all.subarray(0, from), all.subarray(from + own.length)]);
  };
}

/** @param parts entries, one after the other */
function encodeFrame(count: number, parts: readonly Uint8Array[]): Uint8Array {
  const counted = createEncoder();
  writeVarUint(counted, count);
  const update = [toUint8Array(counted), ...parts];
  const head = createEncoder();
  writeVarUint(head, message.awareness);
  writeVarUint(
    head,
    update.reduce((sum, { length }) => sum + length, 0),
  );
  return joined([toUint8Array(head), ...update]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** A frame that changes nothing for anybody. */
export const nobodyMoved: Uint8Array = encodeFrame(0, []);
