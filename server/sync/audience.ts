/**
 * Everyone connected to a room, and what they are sent: each frame is encoded once and the same
 * buffer goes to all. Promises that nobody who reads slowly makes the server keep more and more.
 */
import { can } from "../../shared/access.ts";
import type { Entry } from "../../shared/entry.ts";
import { awayReason, closeCode, type CloseCode } from "../../shared/sync/close-codes.ts";
import { encodeEntries } from "../../shared/sync/record-entries.ts";
import type { CommittedRecord } from "./committed-record.ts";
import type { Connection } from "./connection.ts";
import { Presence, type Told } from "./presence.ts";
import { nobodyMoved } from "./presence-frames.ts";
import { paceOf, presenceMs, type Pace } from "./presence-pace.ts";
import type { RoomText } from "./room-text.ts";
import type { ServerMessage } from "./server-messages.ts";
import { encodeAsk, encodeUpdate } from "./sync-frames.ts";

export interface AudienceSettings {
  /** Says something to the servers that have the same statement open. */
  tellOthers(message: ServerMessage): void;
  /** ISO 8601, UTC. */
  now(): string;
  /** Send presence less often as the room fills. */
  readonly thinPresence: boolean;
  /** A socket that holds more bytes than this gets no more changes until it drains. */
  readonly slowBytes: number;
  /** A socket that has not drained for this long is closed. */
  readonly slowMs: number;
  /** How often everybody is sent something, however quiet the room. */
  readonly keepAliveMs: number;
}

/** How often sockets that are behind are looked at. */
const lookAgainMs = 50;

/** People in one message to the other servers. */
const toldAtOnce = 200;

export class Audience {
  readonly #text: RoomText;
  readonly #record: CommittedRecord;
  readonly #settings: AudienceSettings;
  readonly #connections = new Set<Connection>();
  readonly #presence = new Presence();
  /** They have not been told yet who is here. */
  readonly #newcomers = new Set<Connection>();
  /** They have not been asked yet what the server lacks: that takes a document. */
  readonly #unasked = new Set<Connection>();
  #presenceTimer: NodeJS.Timeout | undefined;
  /** When presence is due, as `performance.now()` tells it. */
  #presenceDueAt = 0;
  #newcomerTimer: NodeJS.Timeout | undefined;
  #slowTimer: NodeJS.Timeout | undefined;
  #keepAliveTimer: NodeJS.Timeout | undefined;

  constructor(text: RoomText, record: CommittedRecord, settings: AudienceSettings) {
    this.#text = text;
    this.#record = record;
    this.#settings = settings;
  }

  get size(): number {
    return this.#connections.size;
  }

  /** Whether bytes are on their way to somebody. */
  get isSending(): boolean {
    return [...this.#connections].some(({ bufferedBytes }) => bufferedBytes > 0);
  }

  add(connection: Connection): void {
    this.#connections.add(connection);
    this.#keepAliveTimer ??= setInterval(() => this.#keepAlive(), this.#settings.keepAliveMs);
  }

  remove(connection: Connection): void {
    connection.ended();
    this.#connections.delete(connection);
    this.#newcomers.delete(connection);
    this.#unasked.delete(connection);
    this.#presence.leave(connection, Date.parse(this.#settings.now()));
    this.#schedulePresence();
    if (this.size === 0) this.#stopTimers();
  }

  /** Closes a person's sockets; what they sent and is not yet being committed does not count. */
  closePerson(personId: string, code: CloseCode): void {
    for (const connection of this.#connections) {
      if (connection.member.personId === personId)
        connection.refuse(code, "What you may do in this statement has changed.");
    }
  }

  closeAll(code: CloseCode, reason: string): void {
    for (const connection of this.#connections) connection.close(code, reason);
    this.#stopTimers();
  }

  /**
   * Sends what a page lacks; from then on it follows. Who may write is asked for what the server lacks.
   * @throws when `stateVector` is not one
   */
  answer(connection: Connection, stateVector: Uint8Array): void {
    // It gets the difference when it has drained, and so does who asks again before that.
    if (connection.bufferedBytes > this.#settings.slowBytes)
      this.#fallBehind(connection, stateVector);
    if (connection.behind) return;
    const frames = this.#answerTo(stateVector);
    const isFirst = !connection.isFollowing;
    connection.follow();
    for (const frame of frames) connection.send(frame);
    if (!isFirst) return;
    if (can(connection.member, "write")) this.#unasked.add(connection);
    if (this.#text.isRead) this.askWhatIsLacking();
    this.tellWhoIsHere(connection);
  }

  /** Asks those who may write, and have not been asked, what the server lacks. Makes the document. */
  askWhatIsLacking(): void {
    const { read } = this.#text;
    if (this.#unasked.size === 0) return;
    const ask = encodeAsk(read.stateVector());
    for (const connection of this.#unasked) connection.send(ask);
    this.#unasked.clear();
  }

  #answerTo(stateVector: Uint8Array): readonly Uint8Array[] {
    if (isEmpty(stateVector)) return this.#text.wholeFrames();
    return [this.#text.read.answerTo(stateVector)];
  }

  sendRecordAfter(connection: Connection, number: number): void {
    connection.entriesSent = number;
    if (!connection.behind) this.#sendEntries(connection);
  }

  /** Soon: a page says who it is right after it asks for the text, and is told only of others. */
  tellWhoIsHere(connection: Connection): void {
    this.#newcomers.add(connection);
    this.#newcomerTimer ??= setTimeout(() => {
      this.#newcomerTimer = undefined;
      for (const newcomer of this.#newcomers) {
        const frame = this.#presence.everyoneBut(newcomer.presenceId);
        if (frame && !newcomer.behind) newcomer.send(frame);
      }
      this.#newcomers.clear();
    }, presenceMs);
  }

  /** @throws when `bytes` are not an awareness update */
  hearPresence(connection: Connection, bytes: Uint8Array): void {
    const ownerOf = (client: number): string | undefined => this.#text.ownerOf(client);
    this.#presence.hear(connection, bytes, ownerOf, Date.parse(this.#settings.now()));
    this.#schedulePresence();
  }

  /** Another server tells who is there. */
  hearPresenceFrom(server: string, people: readonly Told[]): void {
    this.#presence.hearFrom(server, people, Date.parse(this.#settings.now()));
    this.#schedulePresence();
  }

  /** Another server asks who is here; long answers go in pieces. */
  answerWhoIsHere(): void {
    const people = this.#presence.allHere();
    for (let from = 0; from < people.length; from += toldAtOnce) {
      const some = people.slice(from, from + toldAtOnce);
      this.#settings.tellOthers({ kind: "presence", people: some });
    }
  }

  /** Whoever was on that server is gone; without one, whoever was not heard of for long. */
  forgetElsewhere(server: string | null): void {
    this.#presence.forgetElsewhere(server, Date.parse(this.#settings.now()));
    this.#schedulePresence();
  }

  /** Sends a beat's text to all but its only author, and presence with it when it is nearly due. */
  sendUpdate(merged: Uint8Array, authors: ReadonlySet<Connection>): void {
    this.#text.added(merged);
    const frame = encodeUpdate(merged);
    const [author] = authors;
    const except = authors.size === 1 ? author : undefined;
    for (const connection of this.#connections) {
      if (connection !== except) this.#sendTo(connection, frame);
    }
    if (this.#presenceDueAt - performance.now() <= presenceMs) this.#sendPresence();
  }

  sendToBorough(boroughId: string, frame: Uint8Array): void {
    for (const connection of this.#connections)
      if (connection.member.boroughId === boroughId) connection.send(frame);
  }

  sendEntries(entries: readonly Entry[]): void {
    const frame = encodeEntries(entries);
    const before = (entries[0]?.number ?? 1) - 1;
    for (const connection of this.#connections) {
      if (connection.behind || connection.entriesSent === null) continue;
      if (connection.entriesSent < before) this.#sendEntries(connection);
      else connection.send(frame);
      connection.entriesSent = this.#record.lastNumber;
    }
  }

  #sendEntries(connection: Connection): void {
    const frame = this.#record.frameAfter(connection.entriesSent ?? 0);
    if (frame) connection.send(frame);
    connection.entriesSent = this.#record.lastNumber;
  }

  #sendTo(connection: Connection, frame: Uint8Array): void {
    if (!connection.isFollowing) return;
    connection.send(frame);
    if (connection.bufferedBytes <= this.#settings.slowBytes) return;
    this.#fallBehind(connection, this.#text.read.stateVector());
  }

  /** @param stateVector of what the page has and is being sent */
  #fallBehind(connection: Connection, stateVector: Uint8Array): void {
    connection.fallBehind(performance.now(), stateVector);
    this.#slowTimer ??= setInterval(() => this.#lookAtSlow(), lookAgainMs);
  }

  #lookAtSlow(): void {
    const { slowBytes, slowMs } = this.#settings;
    let anyBehind = false;
    for (const connection of this.#connections) {
      const { behind } = connection;
      if (!behind) continue;
      if (connection.bufferedBytes <= slowBytes / 8) {
        connection.follow();
        for (const answer of this.#answerTo(behind.stateVector)) connection.send(answer);
        if (connection.entriesSent !== null) this.#sendEntries(connection);
        this.tellWhoIsHere(connection);
      } else if (performance.now() - behind.since > slowMs) {
        connection.close(closeCode.tryLater, awayReason.tooSlow);
      } else {
        anyBehind = true;
      }
    }
    if (anyBehind) return;
    clearInterval(this.#slowTimer);
    this.#slowTimer = undefined;
  }

  #schedulePresence(): void {
    if (!this.#presence.hasNews || this.#presenceTimer !== undefined) return;
    const { waitMs } = this.#pace();
    this.#presenceDueAt = performance.now() + waitMs;
    this.#presenceTimer = setTimeout(() => this.#sendPresence(), waitMs);
  }

  #sendPresence(): void {
    clearTimeout(this.#presenceTimer);
    this.#presenceTimer = undefined;
    if (!this.#presence.hasNews) return;
    const { turns, most } = this.#pace();
    const { frameFor, told } = this.#presence.takeNews(turns, most);
    if (told.length > 0) this.#settings.tellOthers({ kind: "presence", people: [...told] });
    for (const connection of this.#connections) {
      const frame = frameFor(connection.presenceId);
      if (frame) this.#sendTo(connection, frame);
    }
    this.#schedulePresence();
  }

  /** y-websocket takes a server that has sent nothing for 30 seconds for gone. */
  #keepAlive(): void {
    this.forgetElsewhere(null);
    for (const connection of this.#connections) {
      if (!connection.behind) connection.send(nobodyMoved);
    }
  }

  /** By the pages on this server and on the others. */
  #pace(): Pace {
    return paceOf(this.#settings.thinPresence ? this.size + this.#presence.elsewhere : 0);
  }

  #stopTimers(): void {
    clearTimeout(this.#presenceTimer);
    clearTimeout(this.#newcomerTimer);
    clearInterval(this.#slowTimer);
    clearInterval(this.#keepAliveTimer);
    this.#keepAliveTimer = undefined;
    this.#presenceTimer = undefined;
    this.#newcomerTimer = undefined;
    this.#slowTimer = undefined;
  }
}

/** Whether it is the state vector of a document without anything. */
function isEmpty(stateVector: Uint8Array): boolean {
  return stateVector.length === 1 && stateVector[0] === 0;
}
