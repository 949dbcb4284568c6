/**
 * What the person at this page is told, kept up while people write and talk. Promises that what was
 * marked as read shows so at once, and is unread again when the server could not keep it.
 */
import { useSyncExternalStore } from "react";
import { KeptNotices, type Notice, type NoticeKind } from "../../shared/notices.ts";
import { isRead, markRead, nothingRead, type NoticeReading } from "../../shared/notice-reading.ts";
import { useSession } from "./hooks.ts";
import { Listeners } from "./listeners.ts";
import { askReading, sendOff, sendRead } from "./notices-api.ts";
import { RestedStore } from "./rested-store.ts";
import type { StatementSession } from "./statement-session.ts";

export interface NoticesNow {
  /** Newest first, whatever is turned off. */
  readonly all: readonly Notice[];
  /** Newest first, without the kinds that are turned off. */
  readonly notices: readonly Notice[];
  readonly unread: number;
  /** Null until the server has said what was read. */
  readonly reading: NoticeReading | null;
  /** The server was asked what was read, with or without an answer. */
  readonly wasAsked: boolean;
}

export class NoticeStore {
  readonly #session: StatementSession;
  readonly #all: RestedStore<readonly Notice[]>;
  readonly #listeners = new Listeners();
  #reading: NoticeReading | null = null;
  #wasAsked = false;
  #now: NoticesNow = { all: [], notices: [], unread: 0, reading: null, wasAsked: false };
  #madeOf: readonly unknown[] = [];

  constructor(session: StatementSession) {
    this.#session = session;
    this.#all = new RestedStore(
      session,
      () => new KeptNotices(session.me),
      () => session.me,
    );
  }

  /** Everything up to the last entry. */
  fresh(): readonly Notice[] {
    return this.#all.fresh();
  }

  /** The same object until something in it changes. */
  readonly now = (): NoticesNow => {
    const all = this.#all.now();
    const reading = this.#reading;
    const madeOf = [all, reading, this.#wasAsked];
    if (madeOf.every((part, at) => part === this.#madeOf[at])) return this.#now;
    this.#madeOf = madeOf;
    const { off } = reading ?? nothingRead;
    const notices = all.filter(({ kind }) => !off.includes(kind));
    // Nothing counts as unread before it is known what was read: a number that goes down by itself alarms.
    const unread = reading ? notices.filter((notice) => !isRead(notice, reading)).length : 0;
    this.#now = { all, notices, unread, reading, wasAsked: this.#wasAsked };
    return this.#now;
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    const stops = [this.#all.subscribe(listener), this.#listeners.add(listener)];
    return () => {
      for (const stop of stops) stop();
    };
  };

  /** Asks again what was read, perhaps on another page of the same person. Without a connection what is known stays. */
  async refresh(): Promise<void> {
    const kept = await askReading(this.#session.statementId).catch(() => null);
    this.#wasAsked = true;
    this.#set(kept ?? this.#reading);
  }

  /** @throws CommandRefused when it could not be kept */
  markRead(notices: readonly Notice[]): Promise<void> {
    const keys = notices.map(({ key }) => key);
    return this.#change(
      (before) => markRead(before, { upTo: 0, keys }),
      () => sendRead(this.#session.statementId, { upTo: 0, keys }),
    );
  }

  /** @throws CommandRefused when it could not be kept */
  markAllRead(): Promise<void> {
    const upTo = this.#session.record.state().head.number;
    const keys = this.#all.now().flatMap(({ key, by }) => (by ? [] : [key]));
    return this.#change(
      (before) => markRead(before, { upTo, keys }),
      () => sendRead(this.#session.statementId, { upTo, keys }),
    );
  }

  /** @throws CommandRefused when it could not be kept */
  turnOff(off: readonly NoticeKind[]): Promise<void> {
    return this.#change(
      (before) => ({ ...before, off }),
      () => sendOff(this.#session.statementId, off),
    );
  }

  async #change(
    change: (before: NoticeReading) => NoticeReading,
    send: () => Promise<NoticeReading>,
  ): Promise<void> {
    const before = this.#reading;
    this.#set(change(before ?? nothingRead));
    try {
      this.#set(await send());
    } catch (error) {
      this.#set(before);
      throw error;
    }
  }

  #set(reading: NoticeReading | null): void {
    this.#reading = reading;
    this.#listeners.tell();
  }
}

const stores = new WeakMap<StatementSession, NoticeStore>();

/** The one store of a session. */
export function noticeStoreOf(session: StatementSession): NoticeStore {
  const store = stores.get(session) ?? new NoticeStore(session);
  stores.set(session, store);
  return store;
}

export function useNotices(): NoticesNow {
  const store = noticeStoreOf(useSession());
  return useSyncExternalStore(store.subscribe, store.now);
}
