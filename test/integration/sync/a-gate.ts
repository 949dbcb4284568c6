/** Something between rooms and their store that holds commits back until it is opened, or fails them. */
import type { Store } from "../../../server/store/store.ts";

export class AGate {
  #isOpen = Promise.resolve();
  #open: () => void = () => {};
  #failure: Error | null = null;
  /** How many commits wait. */
  waiting = 0;

  readonly between = (store: Store): Pick<Store, "text"> => ({
    text: {
      ...store.text,
      commit: async (commit) => {
        this.waiting += 1;
        await this.#isOpen;
        this.waiting -= 1;
        if (this.#failure) throw this.#failure;
        return await store.text.commit(commit);
      },
    },
  });

  close(): void {
    this.#isOpen = new Promise((resolve) => {
      this.#open = resolve;
    });
  }

  open(): void {
    this.#open();
  }

  /** From now on every commit fails, until `mend`. */
  fail(): void {
    this.#failure = new Error("The disk is full.");
  }

  mend(): void {
    this.#failure = null;
  }
}
