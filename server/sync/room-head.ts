/**
 * How far a room has come. Promises that commits, this server's own and those of others, are applied and
 * sent strictly in the order in which the database numbered them; what is missing is read there. The bus
 * only says sooner what the database says as well.
 */
import { setTimeout } from "node:timers/promises";
import type { Entry } from "../../shared/entry.ts";
import type { Bus } from "../bus/bus.ts";
import type { Point, StoredText, TextStore } from "../store/text-store.ts";
import type { Audience } from "./audience.ts";
import { closedByEntry } from "./closed-by-entry.ts";
import type { CommittedRecord } from "./committed-record.ts";
import type { CommittedText } from "./committed-text.ts";
import type { CommittedUpdate } from "./committed-update.ts";
import type { Connection } from "./connection.ts";
import { isNext, isReached, sumBefore } from "./points.ts";
import { takeIn } from "./take-in.ts";
import { channelOf, tellServers, type ChangedMessage } from "./server-messages.ts";

/** What a commit changes. */
export interface Change {
  readonly updates: readonly CommittedUpdate[];
  readonly clientIds: Iterable<readonly [clientId: number, personId: string]>;
  readonly entries: readonly Entry[];
  readonly changedAt: string;
}

/** A commit of this server. */
export interface Landed {
  readonly point: Point;
  readonly change: Change;
  /** Who wrote its text: they have it. */
  readonly authors: ReadonlySet<Connection>;
  /** How far the room had come when it was judged. */
  readonly judgedAt: Point;
  /** It is applied and sent. */
  applied(): void;
}

export interface HeadPlace {
  readonly statementId: string;
  /** To read it makes its document, if there is none yet. */
  readonly text: CommittedText;
  readonly record: CommittedRecord;
  readonly audience: Audience;
  readonly store: Pick<TextStore, "changesAfter">;
  readonly bus: Bus;
}

export interface HeadListener {
  /** Another server changed something. */
  changedElsewhere(): void;
  /** Memory and disk may differ now. */
  failed(error: unknown): void;
}

/** What is on its way is waited for so long before it is looked for in the database. */
const graceMs = 30;

/** So many commits that came too early are kept: more are read in the database. */
const mostEarly = 64;
/** Longer changes are not said on the bus, only that there is one. */
const longestSaid = 64 * 1024;

const nobody: ReadonlySet<Connection> = new Set();

export class RoomHead {
  readonly #place: HeadPlace;
  readonly #listener: HeadListener;
  #point: Point;
  #changedAt: string;
  #lastChangeAt = performance.now();
  #rows: number;
  #bytes: number;
  /** Waits for what the database numbered before it. */
  #own: Landed | null = null;
  /** Other servers' commits that came before their turn, by the place they follow. */
  readonly #early = new Map<number, ChangedMessage>();
  /** Something is in the database that was not said. */
  #isBehind = false;
  #isCatchUpDue = false;
  #reading: Promise<void> | null = null;
  #nextReading: Promise<void> | null = null;

  constructor(stored: StoredText, place: HeadPlace, listener: HeadListener) {
    this.#place = place;
    this.#listener = listener;
    this.#point = {
      beat: stored.updates.at(-1)?.beat ?? stored.snapshotBeat,
      entry: stored.entries.length,
    };
    this.#changedAt = stored.summary.changedAt;
    this.#rows = stored.updates.length;
    this.#bytes = bytesOf(stored.updates);
  }

  get point(): Point {
    return this.#point;
  }

  /** When text or record last changed. */
  get changedAt(): string {
    return this.#changedAt;
  }

  /** As `performance.now()` told it; when the room was opened, before the first. */
  get lastChangeAt(): number {
    return this.#lastChangeAt;
  }

  /** What the journal holds since the last snapshot. */
  get sinceSnapshot(): { readonly rows: number; readonly bytes: number } {
    return { rows: this.#rows, bytes: this.#bytes };
  }

  /** That much is in a snapshot now; nothing when another server made it. */
  compacted({ rows, bytes }: { readonly rows: number; readonly bytes: number }): void {
    this.#rows = rows === 0 ? 0 : Math.max(0, this.#rows - rows);
    this.#bytes = rows === 0 ? 0 : Math.max(0, this.#bytes - bytes);
  }

  /** A commit of this server is on the disk; it is the only one that waits. */
  land(landed: Landed): void {
    this.#tell(landed);
    this.#own = landed;
    this.#advance();
  }

  /** Another server says that a commit is on the disk. */
  hear(said: ChangedMessage): void {
    if (isReached(said.point, this.#point)) return;
    if (said.change && this.#early.size < mostEarly)
      this.#early.set(sumBefore(said.point, said.change), said);
    else this.#isBehind = true;
    this.#advance();
  }

  /**
   * Reads what other servers committed before it was called.
   * @throws when the database cannot be read
   */
  catchUp(): Promise<void> {
    if (!this.#reading) return this.#startReading();
    // The one that is under way may have looked too soon.
    return (this.#nextReading ??= this.#reading
      .catch(() => {})
      .then(() => {
        this.#nextReading = null;
        return this.#startReading();
      }));
  }

  #tell({ point, change }: Landed): void {
    const { bus, statementId } = this.#place;
    if (bus.isAlone) return;
    const { updates, entries, clientIds, changedAt } = change;
    const isSmall = bytesOf(updates) <= longestSaid && entries.length < 50;
    tellServers(bus, channelOf(statementId), {
      kind: "changed",
      point,
      change: isSmall
        ? {
            updates: updates.map(({ personId, at, bytes }) => ({ personId, at, bytes })),
            clientIds: [...clientIds].map(([clientId, personId]) => [clientId, personId]),
            entries: [...entries],
            changedAt,
          }
        : null,
    });
  }

  /** Applies all whose turn it is. */
  #advance(): void {
    try {
      while (this.#takeOwn() || this.#takeEarly());
    } catch (error) {
      this.#listener.failed(error);
      return;
    }
    for (const [before, { point }] of this.#early) {
      if (isReached(point, this.#point)) this.#early.delete(before);
    }
    if (this.#isWaiting()) this.#catchUpSoon();
  }

  #isWaiting(): boolean {
    return this.#own !== null || this.#early.size > 0 || this.#isBehind;
  }

  #takeOwn(): boolean {
    const own = this.#own;
    if (!own) return false;
    const { point, change, authors, judgedAt } = own;
    // It may have been read in the database meanwhile.
    if (!isReached(point, this.#point)) {
      if (!isNext(point, change, this.#point)) return false;
      this.#apply(change, point, authors, judgedAt === this.#point);
    }
    this.#own = null;
    own.applied();
    return true;
  }

  #takeEarly(): boolean {
    const sum = this.#point.beat + this.#point.entry;
    const said = this.#early.get(sum);
    if (!said?.change) return false;
    this.#early.delete(sum);
    const { point } = said;
    if (!isNext(point, said.change, this.#point)) return false;
    this.#applyOthers(said.change, point);
    return true;
  }

  #applyOthers(change: Change, point: Point): void {
    this.#apply(change, point, nobody, false);
    this.#listener.changedElsewhere();
  }

  /** @param isJudged whether its updates were judged on the text as it is now */
  #apply(change: Change, point: Point, authors: ReadonlySet<Connection>, isJudged: boolean): void {
    const { text, record, audience } = this.#place;
    const { updates, clientIds, entries, changedAt } = change;
    for (const [clientId, personId] of clientIds) text.bind(clientId, personId);
    if (entries.length > 0) record.append(entries);
    this.#changedAt = changedAt;
    this.#lastChangeAt = performance.now();
    if (updates.length > 0) {
      const all = isJudged ? [text.apply(updates)] : takeIn(text, updates);
      for (const merged of all) audience.sendUpdate(merged, authors);
      this.#rows += updates.length;
      this.#bytes += bytesOf(updates);
    }
    this.#point = point;
    if (entries.length > 0) this.#tellEntries(entries);
  }

  #tellEntries(entries: readonly Entry[]): void {
    const { audience } = this.#place;
    audience.sendEntries(entries);
    for (const entry of entries) {
      const closed = closedByEntry(entry);
      if (closed) audience.closePerson(closed.personId, closed.code);
    }
  }

  #catchUpSoon(): void {
    if (this.#isCatchUpDue) return;
    this.#isCatchUpDue = true;
    const catchUp = async (): Promise<void> => {
      await setTimeout(this.#place.bus.isUp ? graceMs : 0);
      this.#isCatchUpDue = false;
      if (this.#isWaiting()) await this.catchUp();
    };
    catchUp().catch((error: unknown) => this.#listener.failed(error));
  }

  #startReading(): Promise<void> {
    const reading = this.#read().finally(() => {
      this.#reading = null;
    });
    this.#reading = reading;
    return reading;
  }

  async #read(): Promise<void> {
    const { store, statementId } = this.#place;
    const changes = await store.changesAfter(statementId, this.#point);
    if (changes?.state !== "changes") {
      const error = new Error(`Too much has happened in ${statementId} since this server saw it.`);
      this.#listener.failed(error);
      throw error;
    }
    const { point, updates, clientIds, entries, summary } = changes;
    this.#isBehind = false;
    if (!isReached(point, this.#point)) {
      // Others may have been heard of while this was read.
      const change = {
        updates: updates.filter(({ beat }) => beat > this.#point.beat),
        clientIds,
        entries: entries.filter(({ number }) => number > this.#point.entry),
        changedAt: summary.changedAt,
      };
      try {
        this.#applyOthers(change, point);
      } catch (error) {
        this.#listener.failed(error);
        throw error;
      }
    }
    this.#advance();
  }
}

function bytesOf(rows: readonly { readonly bytes: Uint8Array }[]): number {
  return rows.reduce((sum, { bytes }) => sum + bytes.length, 0);
}
