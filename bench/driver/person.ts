/**
 * One person with the statement open: a socket and a real Yjs document that every letter is typed into. Letters of
 * others are counted, not applied: what they would do to the document is checked afterwards (see `convergence.ts`).
 */
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from "lib0/encoding";
import * as Y from "yjs";
import { fragmentOf } from "../../shared/items.ts";
import type { Arrivals, Author, Receiver } from "./arrivals.ts";
import type { Dialect } from "./dialects.ts";
import { openFrameSocket, type FrameSocket } from "./frame-socket.ts";
import type { Ticket } from "./plan.ts";

/** Where somebody begins to type. */
export interface Place {
  readonly itemId: string;
  readonly field: string;
  readonly from: number;
}

const words = "the supplier must show when a repair is booked and who will come to do it ";

export class Person implements Author, Receiver {
  readonly doc = new Y.Doc();
  readonly clientId = this.doc.clientID;
  readonly letters: string[] = [];
  readonly sentAtMs: number[] = [];
  readonly frames: number[] = [];
  readonly seen: Int32Array;
  /** Why the socket closed before anybody asked it to, or null. */
  closed: string | null = null;
  readonly #number: number;
  readonly #dialect: Dialect;
  #socket: FrameSocket | null = null;
  #arrivals: Arrivals | null = null;
  #place: { text: Y.XmlText; at: number; itemId: string; field: string } | null = null;
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
    for (const frame of this.#dialect.hello(Y.encodeStateVector(this.doc)))
      this.#socket.send(frame);
    await answered.promise;
  }

  /** Puts the caret where typing begins; from now on everything received is counted. */
  sitDown(place: Place, arrivals: Arrivals): void {
    const paragraph = fragmentOf(this.doc, place.itemId, place.field)?.get(0);
    const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
    if (!(text instanceof Y.XmlText)) throw new Error(`There is no text in ${place.itemId}.`);
    this.#place = { text, at: place.from, itemId: place.itemId, field: place.field };
    this.#arrivals = arrivals;
    this.#sendCaret();
  }

  /** Sends a change of one's own making, such as the first words of a statement. */
  write(change: (doc: Y.Doc) => void): void {
    const updates: Uint8Array[] = [];
    const keep = (update: Uint8Array): number => updates.push(update);
    this.doc.on("update", keep);
    change(this.doc);
    this.doc.off("update", keep);
    for (const update of updates) this.#socket?.send(this.#dialect.text(update));
    this.#changes++;
    this.#sendMark();
  }

  /** Types one letter and moves the caret behind it. */
  typeLetter(): void {
    const place = this.#place;
    if (!place) throw new Error("Nobody types before sitting down.");
    const letter = words[this.letters.length % words.length] ?? " ";
    this.letters.push(letter);
    this.write(() => {
      place.text.insert(place.at++, letter);
      this.sentAtMs.push(performance.now());
    });
    this.#sendCaret();
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
      const lacking = Y.encodeStateAsUpdate(this.doc, heard.stateVector);
      this.#socket?.send(this.#dialect.answer(lacking));
    }
    if (heard.about !== "text") return false;
    Y.applyUpdate(this.doc, heard.update);
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
    const place = this.#place;
    if (!place) return;
    const caret: unknown = Y.relativePositionToJSON(
      Y.createRelativePositionFromTypeIndex(place.text, place.at, -1),
    );
    const { itemId, field } = place;
    const state = this.#dialect.caretState(`Person ${this.#number}`, {
      itemId,
      field,
      from: caret,
      to: caret,
    });
    const encoder = createEncoder();
    writeVarUint(encoder, 1);
    writeVarUint(encoder, this.clientId);
    writeVarUint(encoder, ++this.#caretClock);
    writeVarString(encoder, JSON.stringify(state));
    this.#socket?.send(this.#dialect.caret(toUint8Array(encoder)));
  }
}
