/** Somebody who opens the statement: asks as a page does, and notes when the last byte of the text was there. */
import * as Y from "yjs";
import type { Dialect } from "../driver/dialects.ts";
import { openFrameSocket, type FrameSocket } from "../driver/frame-socket.ts";
import type { Ticket } from "../driver/plan.ts";
import type { OwnCopy } from "./own-copies.ts";

const nothing = Y.encodeStateVector(new Map());
const noUpdate = Y.encodeStateAsUpdate(new Y.Doc());

export class Opener {
  readonly copy: OwnCopy | null;
  /** What arrived, of those who keep it: copying it for everybody would take longer than sending it. */
  readonly updates: Uint8Array[] = [];
  /** `performance.now()` when an answer and all of the text were there. */
  answeredAtMs: number | null = null;
  upBytes = 0;
  downBytes = 0;
  /** Why the socket closed before anybody asked it to, or null. */
  closed: string | null = null;
  readonly #dialect: Dialect;
  readonly #ticket: Ticket;
  readonly #keeps: boolean;
  #socket: FrameSocket | null = null;
  /** Said before the socket was ours: a server may ask before it is asked. */
  #unsent: Uint8Array[] = [];
  #hasAnswer = false;
  #textBytes = 0;
  #lastTextAtMs = 0;
  #isLeaving = false;

  constructor(dialect: Dialect, ticket: Ticket, copy: OwnCopy | null, keeps: boolean) {
    this.#dialect = dialect;
    this.#ticket = ticket;
    this.copy = copy;
    this.#keeps = keeps;
  }

  /** Resolves when it has asked. @param isStuck it asks and reads nothing */
  async open(isStuck: boolean): Promise<void> {
    this.#socket = await openFrameSocket(this.#ticket.url, this.#ticket.headers, {
      frame: (frame) => this.#hear(frame),
      closed: (why) => {
        if (!this.#isLeaving) this.closed = why;
      },
    });
    if (isStuck) this.#socket.stopReading();
    for (const frame of this.#dialect.hello(this.copy?.stateVector ?? nothing)) this.#send(frame);
    for (const frame of this.#unsent) this.#socket.send(frame);
  }

  /** Whether there was an answer, and that much text with and after it. */
  isAnswered(leastBytes: number): boolean {
    if (this.#hasAnswer && this.#textBytes >= leastBytes) this.answeredAtMs ??= this.#lastTextAtMs;
    return this.answeredAtMs !== null || this.closed !== null;
  }

  leave(): void {
    this.#isLeaving = true;
    this.#socket?.close();
  }

  #hear(frame: Buffer): void {
    const nowMs = performance.now();
    this.downBytes += frame.length;
    switch (this.#dialect.textKindOf(frame)) {
      case "question": {
        const heard = this.#dialect.hear(frame);
        if (heard.about !== "question") return;
        const lacking = this.copy?.lacking(heard.stateVector) ?? noUpdate;
        this.#send(this.#dialect.answer(lacking));
        return;
      }
      case "answer":
        this.#hasAnswer = true;
        this.#takeText(frame, nowMs);
        return;
      case "update":
        this.#takeText(frame, nowMs);
        return;
      case null:
    }
  }

  #takeText(frame: Buffer, nowMs: number): void {
    this.#textBytes += frame.length;
    if (this.answeredAtMs === null) this.#lastTextAtMs = nowMs;
    if (!this.#keeps) return;
    const heard = this.#dialect.hear(frame);
    if (heard.about === "text") this.updates.push(heard.update);
  }

  #send(frame: Uint8Array): void {
    this.upBytes += frame.length;
    if (this.#socket) this.#socket.send(frame);
    else this.#unsent.push(frame);
  }
}
