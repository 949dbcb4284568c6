/**
 * The text of an open room. What is stored can be sent on as it is; the document, which takes a large
 * statement a few hundred milliseconds, is made when somebody first reads or writes, and soon after people
 * came in any case. A document that nobody has read for a while is given up for its bytes, which take a
 * twentieth of the memory, and made again when it is read. All of these are the committed text.
 */
import { TouchedFeed } from "../../shared/touched-feed.ts";
import { CommittedText, type TextSource } from "./committed-text.ts";
import { WholeText } from "./whole-text.ts";

/** To make a document of so many takes some fifteen milliseconds. */
const mostItemsToRest = 300;

export class RoomText {
  readonly #whole: WholeText;
  readonly #whenRead: (text: CommittedText) => void;
  /** Told of the items that beats touch, whichever document they are in. */
  readonly touched = new TouchedFeed();
  #source: TextSource | null;
  #read: CommittedText | null = null;
  #wasEverRead = false;
  #wasReadLately = false;

  /** @param whenRead hears once that there is a document */
  constructor(stored: TextSource, whenRead: (text: CommittedText) => void) {
    const { snapshot, updates } = stored;
    this.#whole = new WholeText(
      snapshot,
      updates.map(({ bytes }) => bytes),
    );
    this.#source = stored;
    this.#whenRead = whenRead;
  }

  /** The text to be read. Makes the document, if nobody has yet. */
  get read(): CommittedText {
    this.#wasReadLately = true;
    if (this.#read) return this.#read;
    if (!this.#source) throw new Error("There is neither a document nor what to make one of.");
    const text = new CommittedText(this.#source, this.touched);
    this.#read = text;
    this.#source = null;
    if (!this.#wasEverRead) {
      this.#wasEverRead = true;
      this.#whenRead(text);
    }
    return text;
  }

  /** Whether there is a document now. */
  get isRead(): boolean {
    return this.#read !== null;
  }

  /** Whether it was read since this was asked last. */
  takeWasRead(): boolean {
    const wasRead = this.#wasReadLately;
    this.#wasReadLately = false;
    return wasRead;
  }

  /** Gives the document up until it is read again, unless it is so large that making it again is felt. */
  rest(): boolean {
    const text = this.#read;
    if (!text || text.hasTouched || text.summary.itemCount > mostItemsToRest) return false;
    this.#source = text.asSource(this.#whole.renew(text.everything()));
    this.#read = null;
    return true;
  }

  ownerOf(client: number): string | undefined {
    return this.#read ? this.#read.ownerOf(client) : this.#source?.clientIds.get(client);
  }

  /** What whoever has nothing is sent, in order. */
  wholeFrames(): readonly Uint8Array[] {
    if (this.#whole.isWorn) this.#whole.renew(this.read.everything());
    return this.#whole.frames();
  }

  /** A beat was committed and is in the text. */
  added(merged: Uint8Array): void {
    this.#whole.add(merged);
    if (this.isRead && this.#whole.isWorn) this.#whole.letGo();
  }
}
