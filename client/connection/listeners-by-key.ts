/** Who wants to hear of a change to one thing among many. Promises that telling one costs nothing of the others. */
import { Listeners } from "./listeners.ts";

export class ListenersByKey {
  readonly #byKey = new Map<string, Listeners>();

  /** @returns a function that stops it */
  add(key: string, listener: () => void): () => void {
    const own = this.#byKey.get(key) ?? new Listeners();
    this.#byKey.set(key, own);
    const stop = own.add(listener);
    return () => {
      stop();
      if (own.isEmpty && this.#byKey.get(key) === own) this.#byKey.delete(key);
    };
  }

  tell(key: string): void {
    this.#byKey.get(key)?.tell();
  }
}
