/**
 * Who is here and where, in y-protocols' awareness encoding. Promises that a connection speaks only
 * for itself and under its own name, and that the last thing it said wins.
 *
 * The server numbers what it passes on by its own clock: a page that comes back sends the number it
 * had before, which the others would take for old (y-protocols compares only the numbers).
 */
import { createDecoder, hasContent, readVarString, readVarUint } from "lib0/decoding";
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from "lib0/encoding";
import { message } from "../../shared/sync/messages.ts";
import type { Connection } from "./connection.ts";

interface Here {
  readonly connection: Connection;
  /** One entry of an awareness update. */
  readonly encoded: Uint8Array;
}

interface News {
  readonly encoded: Uint8Array;
  /** The turn in which the first of it was said. */
  readonly turn: number;
}

/** A page says where it works, and little more. */
const longestState = 4_096;

/** A page that repeats what everybody said sends more than its own. */
const mostEntries = 2_000;

export class Presence {
  readonly #here = new Map<number, Here>();
  /** What was said since it was last passed on, by client id; who has waited longest comes first. */
  readonly #news = new Map<number, News>();
  #turn = 0;
  #lastClock = 0;

  get hasNews(): boolean {
    return this.#news.size > 0;
  }

  /**
   * Takes in what a connection says of itself; what it says of others is ignored.
   * @param ownerOf whose client id it is, when anybody has written with it
   * @param now milliseconds since 1970
   * @throws Error when it is not an awareness update, or its state is too long
   */
  hear(
    connection: Connection,
    bytes: Uint8Array,
    ownerOf: (client: number) => string | undefined,
    now: number,
  ): void {
    const decoder = createDecoder(bytes);
    const count = readVarUint(decoder);
    if (count > mostEntries) throw new Error("Too many presences at once.");
    for (let index = 0; index < count; index += 1) {
      const clientId = readVarUint(decoder);
      readVarUint(decoder);
      const text = readVarString(decoder);
      if (!this.#speaksFor(connection, clientId, ownerOf)) continue;
      if (text.length > longestState) throw new Error("This presence is too long.");
      const state = readState(text);
      if (state === null) this.#remove(clientId, now);
      else this.#set(connection, clientId, state, now);
    }
    if (hasContent(decoder)) throw new Error("The presence is longer than it says.");
  }

  /** @param now milliseconds since 1970 */
  leave(connection: Connection, now: number): void {
    const { presenceId } = connection;
    // A page that came back before its old socket was gone is still here.
    if (presenceId !== null && this.#here.get(presenceId)?.connection === connection) {
      this.#remove(presenceId, now);
    }
  }

  /**
   * Takes a turn: what was said at least `turns` turns before this one, from `most` people at most,
   * those who have waited longest. A frame for each client id, which leaves out its own.
   */
  takeNews(turns: number, most: number): (presenceId: number | null) => Uint8Array | null {
    this.#turn += 1;
    const taken = new Map<number, Uint8Array>();
    for (const [id, { encoded, turn }] of this.#news) {
      if (taken.size >= most || turn > this.#turn - turns) break;
      taken.set(id, encoded);
      this.#news.delete(id);
    }
    return framesOf(taken);
  }

  /** Everyone who is here but the one with that client id; null when there is nobody. */
  everyoneBut(presenceId: number | null): Uint8Array | null {
    const all = [...this.#here].map(([id, { encoded }]) => [id, encoded] as const);
    return framesOf(new Map(all))(presenceId);
  }

  #speaksFor(
    connection: Connection,
    clientId: number,
    ownerOf: (client: number) => string | undefined,
  ): boolean {
    if (connection.presenceId !== null) return connection.presenceId === clientId;
    const { personId } = connection.member;
    const owner = ownerOf(clientId) ?? this.#here.get(clientId)?.connection.member.personId;
    if (owner !== undefined && owner !== personId) return false;
    connection.presenceId = clientId;
    return true;
  }

  #set(connection: Connection, clientId: number, state: object, now: number): void {
    const { personId, name, boroughId, boroughName } = connection.member;
    const user = { personId, name, boroughId, boroughName };
    const encoded = encodeEntry(clientId, this.#nextClock(now), { ...state, user });
    this.#here.set(clientId, { connection, encoded });
    this.#note(clientId, encoded);
  }

  #remove(clientId: number, now: number): void {
    if (!this.#here.delete(clientId)) return;
    this.#note(clientId, encodeEntry(clientId, this.#nextClock(now), null));
  }

  /** The last that was said wins, and keeps the place of the first. */
  #note(clientId: number, encoded: Uint8Array): void {
    const { turn } = this.#news.get(clientId) ?? { turn: this.#turn };
    this.#news.set(clientId, { encoded, turn });
  }

  /** Never goes back, not even over a restart of the server. */
  #nextClock(now: number): number {
    this.#lastClock = Math.max(this.#lastClock + 1, Math.floor(now));
    return this.#lastClock;
  }
}

/** Read for every movement of every caret: no schema, only what is relied on. */
function readState(text: string): object | null {
  const state: unknown = JSON.parse(text);
  if (typeof state === "object" && !Array.isArray(state)) return state;
  throw new Error("A presence is an object or null.");
}

function encodeEntry(clientId: number, clock: number, state: unknown): Uint8Array {
  const encoder = createEncoder();
  writeVarUint(encoder, clientId);
  writeVarUint(encoder, clock);
  writeVarString(encoder, JSON.stringify(state));
  return toUint8Array(encoder);
}

/**
 * One frame for all, encoded once; whoever is in it gets a copy of its bytes without their own entry,
 * so that a room of 200 does not encode 200 times 200 entries.
 */
function framesOf(
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
