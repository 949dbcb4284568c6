/** Holds back a new order of the rows while a word is being composed (Japanese, dead keys, swipe typing). */
import { Listeners } from "../../connection/listeners.ts";
import type { Structure } from "../../connection/structure.ts";
import type { LiveEditor } from "../live/live-editor.ts";

export class HeldStructure {
  readonly #live: LiveEditor;
  readonly #listeners = new Listeners();
  #last: Structure | null = null;
  #isWaiting = false;

  constructor(live: LiveEditor) {
    this.#live = live;
  }

  /** The newest structure, or the one before as long as somebody composes. */
  settled(newest: Structure): Structure {
    if (this.#last !== null && this.#last !== newest && this.#live.view?.composing === true) {
      this.#waitForWord();
      return this.#last;
    }
    this.#last = newest;
    return newest;
  }

  readonly subscribe = (listener: () => void): (() => void) => this.#listeners.add(listener);

  #waitForWord(): void {
    const dom = this.#live.view?.dom;
    if (this.#isWaiting || !dom) return;
    this.#isWaiting = true;
    const onEnd = (): void => {
      // The editor ends its own composing after this event.
      setTimeout(() => {
        this.#isWaiting = false;
        this.#listeners.tell();
      }, 60);
    };
    dom.addEventListener("compositionend", onEnd, { once: true });
  }
}
