/**
 * A page with little around it: a Yjs document and a socket that comes and goes. What comes in is gathered and applied
 * now and then, in one transaction: there are hundreds of documents in the process.
 */
import * as Y from "yjs";
import { dialectOf, type Dialect } from "./driver/dialects.ts";
import { openFrameSocket, type FrameSocket } from "./driver/frame-socket.ts";
import type { Ticket } from "./driver/plan.ts";

const needline = dialectOf("needline", "");

export class LightPage {
  readonly doc = new Y.Doc();
  /** Why the server closed it, each time. */
  readonly closed: string[] = [];
  /** How many changes were made here, and how many of them the server said are saved. */
  changes = 0;
  saved = 0;
  readonly #ticket: Ticket;
  readonly #dialect: Dialect;
  readonly #heard: (() => void) | null;
  #socket: FrameSocket | null = null;
  #incoming: Uint8Array[] = [];
  /** It has had an answer: what comes before may be a part of the text. */
  #isWhole = false;
  #hasCaughtUp = false;
  #isMarking = false;
  #isLeaving = false;

  /** @param heard what comes in is applied at once and told, from the first answer on; null gathers it until `applyIncoming` */
  constructor(ticket: Ticket, heard: (() => void) | null = null, dialect: Dialect = needline) {
    this.#ticket = ticket;
    this.#dialect = dialect;
    this.#heard = heard;
    this.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin === this) return;
      this.changes += 1;
      if (!this.#hasCaughtUp) return;
      this.#socket?.send(this.#dialect.text(update));
      this.#mark();
    });
  }

  get isOnline(): boolean {
    return this.#socket !== null;
  }

  /** The server was sent all that was here when it connected. */
  get hasCaughtUp(): boolean {
    return this.#hasCaughtUp;
  }

  get isAllSaved(): boolean {
    return this.#hasCaughtUp && this.saved >= this.changes;
  }

  /** Resolves when it has all that the server had. */
  async connect(): Promise<void> {
    const answered = Promise.withResolvers<void>();
    answered.promise.catch(() => undefined);
    this.#isLeaving = false;
    const early: Buffer[] = [];
    const socket = await openFrameSocket(this.#ticket.url, this.#ticket.headers, {
      frame: (frame) => {
        if (!this.#socket) early.push(Buffer.from(frame));
        else if (this.#hear(frame)) answered.resolve();
      },
      closed: (why) => {
        this.#socket = null;
        this.#hasCaughtUp = false;
        this.#isMarking = false;
        if (!this.#isLeaving) this.closed.push(why);
        answered.reject(new Error(why));
      },
    });
    this.#socket = socket;
    for (const frame of this.#dialect.hello(Y.encodeStateVector(this.doc))) socket.send(frame);
    for (const frame of early) if (this.#hear(frame)) answered.resolve();
    await answered.promise;
  }

  disconnect(): void {
    this.#isLeaving = true;
    this.#socket?.close();
    this.#socket = null;
    this.#hasCaughtUp = false;
    this.#isMarking = false;
  }

  applyIncoming(): void {
    const updates = this.#incoming;
    if (updates.length === 0) return;
    this.#incoming = [];
    const applyAll = (): void => {
      for (const update of updates) Y.applyUpdate(this.doc, update, this);
    };
    Y.transact(this.doc, applyAll, this, false);
  }

  /** @returns whether it was the answer to what was asked first */
  #hear(frame: Buffer): boolean {
    if (this.#dialect.caretsIn(frame) !== null) return false;
    const heard = this.#dialect.hear(frame);
    switch (heard.about) {
      case "question": {
        this.applyIncoming();
        const lacking = Y.encodeStateAsUpdate(this.doc, heard.stateVector);
        this.#socket?.send(this.#dialect.answer(lacking));
        this.#hasCaughtUp = true;
        this.#mark();
        return false;
      }
      case "text":
        this.#incoming.push(heard.update);
        this.#isWhole ||= heard.answer;
        if (this.#heard || heard.answer) this.applyIncoming();
        if (this.#isWhole) this.#heard?.();
        return heard.answer;
      case "saved":
        this.saved = Math.max(this.saved, heard.k);
        this.#isMarking = false;
        if (!this.isAllSaved) this.#mark();
        return false;
      case "other":
        return false;
    }
  }

  /** One mark under way at a time, as the page does it. */
  #mark(): void {
    if (this.#isMarking || !this.#hasCaughtUp || this.changes === 0) return;
    const mark = this.#dialect.mark(this.changes);
    if (!mark) return;
    this.#isMarking = true;
    this.#socket?.send(mark);
  }
}
