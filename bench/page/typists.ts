/** The people who type elsewhere while a page is measured: a process of their own, told when to begin. */
import { startChild, type Child } from "../child.ts";
import { toldSchema, type OthersPlan } from "./others-plan.ts";

export class Typists {
  readonly #child: Child;
  #counted = 0;

  constructor(child: Child) {
    this.#child = child;
  }

  /** Resolves when all have the statement open. */
  static async open(plan: OthersPlan): Promise<Typists> {
    const script = `${import.meta.dirname}/others.ts`;
    const child = startChild({
      script,
      core: 0,
      nodeArgs: ["--disable-warning=ExperimentalWarning"],
    });
    child.send(plan);
    await child.next(toldSchema);
    return new Typists(child);
  }

  begin(): void {
    this.#child.send({ type: true });
  }

  /** @returns how many letters they have typed since they began */
  async rest(): Promise<number> {
    const told = this.#child.next(toldSchema);
    this.#child.send({ type: false });
    const before = this.#counted;
    this.#counted = (await told).letters;
    return this.#counted - before;
  }

  close(): Promise<void> {
    return this.#child.stop();
  }
}
