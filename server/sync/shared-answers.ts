/** Answers to state vectors: one frame for all who ask the same of the same version of a document. */
import * as Y from "yjs";
import { encodeAnswer } from "./sync-frames.ts";

/** How many different questions are remembered. */
const most = 20;

export class SharedAnswers {
  readonly #doc: Y.Doc;
  readonly #byStateVector = new Map<string, Uint8Array>();

  constructor(doc: Y.Doc) {
    this.#doc = doc;
  }

  /**
   * The frame with what a document with that state vector lacks; always with every deletion, because equal state
   * vectors do not mean equal deletions.
   * @throws when `stateVector` is not one
   */
  to(stateVector: Uint8Array): Uint8Array {
    const key = Buffer.from(stateVector).toString("latin1");
    let answer = this.#byStateVector.get(key);
    if (!answer) {
      answer = encodeAnswer(Y.encodeStateAsUpdate(this.#doc, stateVector));
      if (this.#byStateVector.size >= most) this.#byStateVector.clear();
      this.#byStateVector.set(key, answer);
    }
    return answer;
  }

  /** The document has changed. */
  forget(): void {
    this.#byStateVector.clear();
  }
}
