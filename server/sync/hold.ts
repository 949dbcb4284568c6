/**
 * A moment in which a room commits nothing, because another server asked for it: its act was overtaken again and
 * again by what people write here.
 */

/** Enough to decide and commit an act; people who write notice nothing. */
const holdMs = 100;

export class Hold {
  readonly #over: () => void;
  #timer: NodeJS.Timeout | undefined;

  /** @param over called when it ends */
  constructor(over: () => void) {
    this.#over = over;
  }

  get isOn(): boolean {
    return this.#timer !== undefined;
  }

  begin(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#over();
    }, holdMs);
  }
}
