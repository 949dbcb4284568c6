/**
 * One person with the statement open: a socket, and letters typed into it. Letters of others are counted, not applied:
 * what they would do to the document is checked afterwards (see `convergence.ts`).
 */
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from "lib0/encoding";
import { uint32 } from "lib0/random";
import type { Arrivals, Author, Receiver } from "./arrivals.ts";
import type { Dialect } from "./dialects.ts";
import { openFrameSocket, type FrameSocket } from "./frame-socket.ts";
import { caretBehind, lettersUpdate, type Anchor } from "./letters.ts";
import type { Ticket } from "./plan.ts";

const words = "the supplier must show when a repair is booked and who will come to do it ";

/** The state vector of an empty document, and all that is in it. */
const nothingKnown = new Uint8Array([0]);
const nothingWritten = new Uint8Array([0, 0]);

export class Person implements Author, Receiver {
  readonly clientId = uint32();
  readonly letters: string[] = [];
  readonly sentAtMs: number[] = [];
  readonly frames: number[] = [];
  readonly seen: Int32Array;
  /** What the server had when the statement was opened, as updates in order. */
  readonly opened: Uint8Array[] = [];
  /** Why the socket closed before anybody asked it to, or null. */
  closed: string | null = null;
  /** Where typing begins; nobody types before. */
  anchor: Anchor | null = null;
  readonly #number: number;
  readonly #dialect: Dialect;
  #socket: FrameSocket | null = null;
  #arrivals: Arrivals | null = null;
  #caretClock = 0;
  #changes = 0;
  #mark: "none" | "under way" | "under way and another due" = "none";
  #leaving = false;

  /** @param number of this person among the `people` who type */
  constructor(number: number, people: number, dialect: Dialect) {
    this.#number = number;
    this.#dialect = dialect;
    this.seen = new Int32Array(people);
  }

  /** Opens the statement. Resolves when the server has answered with all that it has. */
  async join(ticket: Ticket): Promise<void> {
    const answered = Promise.withResolvers<void>();
    this.#socket = await openFrameSocket(ticket.url, ticket.headers, {
      frame: (frame) => {
        if (this.#arrivals) {
          this.#arrivals.receive(this, this.#number, frame, performance.now());
        } else if (this.#hearBeforeTyping(frame)) {
          answered.resolve();
        }
      },
      closed: (why) => {
        if (!this.#leaving) this.closed = why;
        answered.reject(new Error(`The server closed the socket: ${why}`));
      },
    });
    // Whoever is closed after the answer is found by `closed`, not by this promise.
    answered.promise.catch(() => undefined);
    for (const frame of this.#dialect.hello(nothingKnown)) this.#socket.send(frame);
    await answered.promise;
  }

  /** Puts the caret where typing begins; from now on everything received is counted. */
  sitDown(anchor: Anchor, arrivals: Arrivals): void {
    this.anchor = anchor;
    this.#arrivals = arrivals;
    this.#sendCaret();
  }

  /** Sends a change, such as the first words of a statement. */
  write(update: Uint8Array): void {
    this.#socket?.send(this.#dialect.text(update));
    this.#changes++;
    this.#sendMark();
  }

  /** Types one letter and moves the caret behind it. */
  typeLetter(): void {
    if (!this.anchor) throw new Error("Nobody types before sitting down.");
    const from = this.letters.length;
    const letters = words[from % words.length] ?? " ";
    this.letters.push(letters);
    this.sentAtMs.push(performance.now());
    this.write(lettersUpdate(this.clientId, this.anchor, { from, letters }));
    this.#sendCaret();
  }

  /** Everything typed, as one update; null when nothing was. */
  typed(): Uint8Array | null {
    if (!this.anchor || this.letters.length === 0) return null;
    return lettersUpdate(this.clientId, this.anchor, { from: 0, letters: this.letters.join("") });
  }

  saved(): void {
    const isDue = this.#mark === "under way and another due";
    this.#mark = "none";
    if (isDue) this.#sendMark();
  }

  leave(): void {
    this.#leaving = true;
    this.#socket?.close();
  }

  /** @returns whether it was the answer that whoever joins waits for */
  #hearBeforeTyping(frame: Buffer): boolean {
    if (this.#dialect.caretsIn(frame) !== null) return false;
    const heard = this.#dialect.hear(frame);
    if (heard.about === "question") {
      this.#socket?.send(this.#dialect.answer(nothingWritten));
    }
    if (heard.about === "saved") this.saved();
    if (heard.about !== "text") return false;
    this.opened.push(onlyOnce(heard.update));
    return heard.answer;
  }

  /** As the page does it: one mark under way at a time. */
  #sendMark(): void {
    const mark = this.#dialect.mark(this.#changes);
    if (!mark) return;
    if (this.#mark !== "none") {
      this.#mark = "under way and another due";
      return;
    }
    this.#mark = "under way";
    this.#socket?.send(mark);
  }

  /** y-protocols' awareness update of one state, one's own. */
  #sendCaret(): void {
    if (!this.anchor) return;
    const { itemId, field } = this.anchor;
    const caret = caretBehind(this.clientId, this.anchor, this.letters.length);
    const place = { itemId, field, from: caret, to: caret };
    const state = this.#dialect.caretState(`Person ${this.#number}`, place);
    const encoder = createEncoder();
    writeVarUint(encoder, 1);
    writeVarUint(encoder, this.clientId);
    writeVarUint(encoder, ++this.#caretClock);
    writeVarString(encoder, JSON.stringify(state));
    this.#socket?.send(this.#dialect.caret(toUint8Array(encoder)));
  }
}

const known: Uint8Array[] = [];
/** An answer comes in two parts at most, and another server's may be new with each. */
const mostKnown = 4;

/** Everybody opens the same statement, and a thousand copies of it are too many. */
function onlyOnce(update: Uint8Array): Uint8Array {
  const same = known.find((bytes) => Buffer.compare(bytes, update) === 0);
  if (same) return same;
  if (known.length >= mostKnown) known.shift();
  known.push(update);
  return update;
}
