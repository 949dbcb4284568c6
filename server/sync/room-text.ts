/**
 * The text of an open room. What is stored can be sent on as it is; the document, which takes a large
 * statement a few hundred milliseconds, is made when somebody first reads or writes, and soon after people
 * came in any case. Both are the committed text.
 */
import type { StoredText } from "../store/text-store.ts";
import { CommittedText } from "./committed-text.ts";
import { WholeText } from "./whole-text.ts";

export class RoomText {
  readonly #whole: WholeText;
  readonly #whenRead: (text: CommittedText) => void;
  #stored: StoredText | null;
  #read: CommittedText | null = null;

  /** @param whenRead hears once that there is a document */
  constructor(stored: StoredText, whenRead: (text: CommittedText) => void) {
    const { snapshot, updates } = stored;
    this.#whole = new WholeText(
      snapshot,
      updates.map(({ bytes }) => bytes),
    );
    this.#stored = stored;
    this.#whenRead = whenRead;
  }

  /** The text to be read. Makes the document, if nobody has yet. */
  get read(): CommittedText {
    if (this.#read) return this.#read;
    if (!this.#stored) throw new Error("There is neither a document nor what to make one of.");
    const text = new CommittedText(this.#stored);
    this.#read = text;
    this.#stored = null;
    this.#whenRead(text);
    return text;
  }

  get isRead(): boolean {
    return this.#read !== null;
  }

  ownerOf(client: number): string | undefined {
    return this.#read ? this.#read.ownerOf(client) : this.#stored?.clientIds.get(client);
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
