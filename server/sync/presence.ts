/**
 * Who is here and where, in y-protocols' awareness encoding, on this server and on the others. Promises that a
 * connection speaks only for itself and under its own name, and that the last thing it said wins.
 *
 * The server numbers what it passes on by its own clock: a page that comes back sends the number it
 * had before, which the others would take for old (y-protocols compares only the numbers). What other servers
 * numbered sets the clock on, so that a page which comes over from one of them is not taken for old either.
 */
import { createDecoder, hasContent, readVarString, readVarUint } from "lib0/decoding";
import { presenceLimits } from "../../shared/limits.ts";
import type { Connection } from "./connection.ts";
import { framesOf, SaidEntry, stateIn, type PresenceEntry } from "./presence-frames.ts";
import type { PresenceMessage } from "./server-messages.ts";

interface Here {
  /** Its connection, or the server that it is on. */
  readonly at: Connection | string;
  readonly personId: string;
  readonly clock: number;
  /** When it was said last; milliseconds since 1970. */
  readonly saidAt: number;
  readonly entry: PresenceEntry;
}

/** What one server tells the others of a page: that it is there and where it works, or that it has gone. */
export type Told = PresenceMessage["people"][number];

/** What the other servers are told, with the entry. */
type ToTell = Omit<Told, "encoded" | "clientId">;

interface News {
  readonly entry: PresenceEntry;
  /** Null when one of them said it. */
  readonly toTell: ToTell | null;
  /** The turn in which the first of it was said. */
  readonly turn: number;
}

/** Every page says every 15 seconds that it is there. */
const longestSilenceMs = 45_000;

export class Presence {
  readonly #here = new Map<number, Here>();
  /** What was said since it was last passed on, by client id; who has waited longest comes first. */
  readonly #news = new Map<number, News>();
  #turn = 0;
  #lastClock = 0;
  #elsewhere = 0;

  get hasNews(): boolean {
    return this.#news.size > 0;
  }

  /** How many pages are here by way of other servers. */
  get elsewhere(): number {
    return this.#elsewhere;
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
    if (count > presenceLimits.statesInFrame) throw new Error("Too many presences at once.");
    for (let index = 0; index < count; index += 1) {
      const clientId = readVarUint(decoder);
      readVarUint(decoder);
      const text = readVarString(decoder);
      if (!this.#speaksFor(connection, clientId, ownerOf)) continue;
      if (text.length > presenceLimits.stateBytes) throw new Error("This presence is too long.");
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
    if (presenceId !== null && this.#here.get(presenceId)?.at === connection) {
      this.#remove(presenceId, now);
    }
  }

  /** Takes in what another server tells of the pages that are there. @param now milliseconds since 1970 */
  hearFrom(server: string, people: readonly Told[], now: number): void {
    for (const told of people) {
      const { clientId, personId, clock, encoded, isHere } = told;
      this.#lastClock = Math.max(this.#lastClock, clock);
      const here = this.#here.get(clientId);
      if (isHere) {
        // Its page has been here since, or is somebody else's.
        if (here && (here.clock >= clock || here.personId !== personId)) continue;
        this.#keep(clientId, { at: server, personId, clock, saidAt: now, entry: { encoded } });
        this.#note(clientId, { encoded }, null);
      } else if (here?.at === server) {
        this.#forget(clientId);
        this.#note(clientId, { encoded }, null);
      } else if (here && typeof here.at !== "string") {
        // It came over from there: those who heard of it in the other order have to hear it again.
        this.#say(clientId, here, stateIn(here.entry.encoded), now);
      }
    }
  }

  /**
   * Whoever is on another server and is gone: with the server, or because nothing was heard of them for long,
   * as their going may have been lost.
   * @param now milliseconds since 1970
   */
  forgetElsewhere(server: string | null, now: number): void {
    for (const [clientId, { at, saidAt }] of this.#here) {
      if (typeof at !== "string" || (at !== server && now - saidAt < longestSilenceMs)) continue;
      this.#forget(clientId);
      this.#note(clientId, new SaidEntry(clientId, this.#nextClock(now), null), null);
    }
  }

  /** What the other servers are told when one of them asks: everybody who is on this one. */
  allHere(): Told[] {
    return [...this.#here].flatMap(([clientId, { at, personId, clock, entry }]) =>
      typeof at === "string"
        ? []
        : [{ clientId, personId, clock, encoded: entry.encoded, isHere: true }],
    );
  }

  /**
   * Takes a turn: what was said at least `turns` turns before this one, from `most` people at most,
   * those who have waited longest. A frame for each client id, which leaves out its own; and what the
   * other servers are told.
   */
  takeNews(
    turns: number,
    most: number,
  ): { frameFor: (presenceId: number | null) => Uint8Array | null; told: readonly Told[] } {
    this.#turn += 1;
    const taken = new Map<number, Uint8Array>();
    const told: Told[] = [];
    for (const [id, news] of this.#news) {
      if (taken.size >= most || news.turn > this.#turn - turns) break;
      const { encoded } = news.entry;
      taken.set(id, encoded);
      if (news.toTell) told.push({ clientId: id, encoded, ...news.toTell });
      this.#news.delete(id);
    }
    return { frameFor: framesOf(taken), told };
  }

  /** Everyone who is here but the one with that client id; null when there is nobody. */
  everyoneBut(presenceId: number | null): Uint8Array | null {
    const all = [...this.#here].map(([id, { entry }]) => [id, entry.encoded] as const);
    return framesOf(new Map(all))(presenceId);
  }

  #speaksFor(
    connection: Connection,
    clientId: number,
    ownerOf: (client: number) => string | undefined,
  ): boolean {
    if (connection.presenceId !== null) return connection.presenceId === clientId;
    const { personId } = connection.member;
    const owner = ownerOf(clientId) ?? this.#here.get(clientId)?.personId;
    if (owner !== undefined && owner !== personId) return false;
    connection.presenceId = clientId;
    return true;
  }

  #set(connection: Connection, clientId: number, state: object, now: number): void {
    const { personId, name, boroughId, boroughName } = connection.member;
    const user = { personId, name, boroughId, boroughName };
    this.#say(clientId, { at: connection, personId }, { ...state, user }, now);
  }

  #say(
    clientId: number,
    { at, personId }: Pick<Here, "at" | "personId">,
    state: object,
    now: number,
  ): void {
    const clock = this.#nextClock(now);
    const entry = new SaidEntry(clientId, clock, state);
    this.#keep(clientId, { at, personId, clock, saidAt: now, entry });
    this.#note(clientId, entry, { personId, clock, isHere: true });
  }

  #remove(clientId: number, now: number): void {
    const here = this.#here.get(clientId);
    if (!here) return;
    this.#forget(clientId);
    const clock = this.#nextClock(now);
    const { personId } = here;
    this.#note(clientId, new SaidEntry(clientId, clock, null), { personId, clock, isHere: false });
  }

  #keep(clientId: number, here: Here): void {
    this.#forget(clientId);
    this.#here.set(clientId, here);
    if (typeof here.at === "string") this.#elsewhere += 1;
  }

  #forget(clientId: number): void {
    if (typeof this.#here.get(clientId)?.at === "string") this.#elsewhere -= 1;
    this.#here.delete(clientId);
  }

  /** The last that was said wins, and keeps the place of the first. */
  #note(clientId: number, entry: PresenceEntry, toTell: ToTell | null): void {
    const { turn } = this.#news.get(clientId) ?? { turn: this.#turn };
    this.#news.set(clientId, { entry, toTell, turn });
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
