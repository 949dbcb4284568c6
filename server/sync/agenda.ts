/**
 * What waits for a room's next beat: what pages sent, and acts. Promises that an act goes only when
 * everything received before it was asked for has been taken, and that text and acts take turns.
 */
import type { Received } from "./beat.ts";

export class Agenda<Act> {
  #received: Received[] = [];
  #receivedCount = 0;
  #takenCount = 0;
  readonly #acts: { readonly act: Act; readonly after: number }[] = [];
  #lastTaken: "text" | "act" = "act";

  get isEmpty(): boolean {
    return this.#received.length === 0 && this.#acts.length === 0;
  }

  get hasReceived(): boolean {
    return this.#received.length > 0;
  }

  addReceived(received: Received): void {
    this.#received.push(received);
    this.#receivedCount += 1;
  }

  addAct(act: Act): void {
    this.#acts.push({ act, after: this.#receivedCount });
  }

  /** Takes back what was taken last and did not come to anything: it is the first again. */
  putReceivedBack(received: readonly Received[]): void {
    this.#received = [...received, ...this.#received];
    this.#takenCount = this.#receivedCount - this.#received.length;
  }

  /** It is the next act again. */
  putActBack(act: Act): void {
    this.#acts.unshift({ act, after: 0 });
  }

  takeReceived(): readonly Received[] {
    const received = this.#received;
    this.#received = [];
    this.#takenCount = this.#receivedCount;
    this.#lastTaken = "text";
    return received;
  }

  /** The act whose turn it is, or null when it is the text's turn or there is none. */
  takeAct(): Act | null {
    const [next] = this.#acts;
    if (!next || next.after > this.#takenCount) return null;
    if (this.#lastTaken === "act" && this.hasReceived) return null;
    this.#acts.shift();
    this.#lastTaken = "act";
    return next.act;
  }

  /** Every act that waits, when none of them can go any more. */
  takeAllActs(): Act[] {
    return this.#acts.splice(0).map(({ act }) => act);
  }
}
