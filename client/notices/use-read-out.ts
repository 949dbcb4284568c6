/**
 * Reads out what others say, as it comes; what was there when the page opened is not news. Promises
 * at most one announcement in a few seconds: what comes meanwhile is read out together.
 */
import { useEffect } from "react";
import { nothingRead } from "../../shared/notice-reading.ts";
import { useSession } from "../connection/hooks.ts";
import { noticeStoreOf } from "../connection/notice-store.ts";
import type { StatementSession } from "../connection/statement-session.ts";
import { announce } from "../controls/announcer.tsx";
import { newsInWords, newsOf, type News } from "./news.ts";

/** Somebody who listens needs time for a sentence before the next one. */
const betweenMs = 4_000;

export function useReadOut(): void {
  const session = useSession();
  useEffect(() => {
    const voice = new Voice(session);
    const stop = session.record.subscribe(() => voice.hear());
    return () => {
      stop();
      voice.stop();
    };
  }, [session]);
}

class Voice {
  readonly #session: StatementSession;
  #before;
  #waiting: News[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(session: StatementSession) {
    this.#session = session;
    this.#before = session.record.state();
  }

  hear(): void {
    const after = this.#session.record.state();
    // The record of a statement that was just opened comes in one piece.
    if (this.#before.head.number > 0)
      this.#waiting.push(...newsOf(this.#before, after, this.#session.me.personId));
    this.#before = after;
    if (this.#timer === undefined) this.#say();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #say(): void {
    this.#timer = undefined;
    if (this.#waiting.length === 0) return;
    const notices = noticeStoreOf(this.#session);
    const { off } = notices.now().reading ?? nothingRead;
    const kinds = new Map(
      notices.fresh().flatMap(({ by, kind }) => (by ? [[by.number, kind] as const] : [])),
    );
    const words = newsInWords(this.#waiting, (number) => kinds.get(number), off);
    this.#waiting = [];
    if (words === null) return;
    announce(words);
    this.#timer = setTimeout(() => this.#say(), betweenMs);
  }
}
