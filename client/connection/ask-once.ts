/**
 * Asks for something to be made. Promises that the same, asked again because nobody heard what became of it, goes
 * out under the same id: so that the server does not make it twice.
 */
import { nanoid } from "nanoid";
import type { z } from "zod";
import { CommandRefused, type RefusedCode } from "./command-refused.ts";
import { request as requestHere, type Request } from "./request.ts";

/** After these it may have been made all the same. */
const unsure: ReadonlySet<RefusedCode> = new Set(["offline", "unavailable", "unexpected"]);

export class AskOnce {
  readonly #request: Request;
  /** Of those of which it is not known what became of them. */
  readonly #ids = new Map<string, string>();

  constructor(request: Request) {
    this.#request = request;
  }

  /** @throws CommandRefused with words to show */
  async post<T>(path: string, body: unknown, answer: z.ZodType<T>): Promise<T> {
    const what = `${path} ${JSON.stringify(body)}`;
    const askedAs = this.#ids.get(what) ?? nanoid();
    try {
      const made = await this.#request(path, { method: "POST", body, askedAs, answer });
      // Something else was made since: the same words are another intention from now on.
      this.#ids.clear();
      return made;
    } catch (error) {
      if (error instanceof CommandRefused && unsure.has(error.code)) this.#ids.set(what, askedAs);
      else this.#ids.delete(what);
      throw error;
    }
  }
}

/** For what is not of one statement's page. */
export const askOnce = new AskOnce(requestHere);
