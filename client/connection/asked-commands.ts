/**
 * Sends a person's commands. Promises that the same command, given again with the same words because nobody
 * heard what became of it, goes out under the same id: so that the server does not do it twice.
 */
import { nanoid } from "nanoid";
import { z } from "zod";
import type { Entry } from "../../shared/entry.ts";
import { entrySchema } from "../../shared/sync/record-entries.ts";
import { CommandRefused, type RefusedCode } from "./command-refused.ts";
import type { Request } from "./request.ts";

const commandAnswer = z.object({ entry: entrySchema });

/** After these it may have been done all the same. */
const unsure: ReadonlySet<RefusedCode> = new Set(["offline", "unavailable", "unexpected"]);

export class AskedCommands {
  readonly #statementId: string;
  readonly #request: Request;
  /** Of those of which it is not known what became of them. */
  readonly #ids = new Map<string, string>();

  constructor(statementId: string, request: Request) {
    this.#statementId = statementId;
    this.#request = request;
  }

  /** @throws CommandRefused with words to show */
  async ask(command: string, args: unknown): Promise<Entry> {
    const what = `${command} ${JSON.stringify(args)}`;
    const askedAs = this.#ids.get(what) ?? nanoid();
    const path = `/api/statements/${this.#statementId}/commands/${command}`;
    try {
      const asked = { method: "POST", body: args, askedAs, answer: commandAnswer } as const;
      const { entry } = await this.#request(path, asked);
      // Something else was done since: the same words are another intention from now on.
      this.#ids.clear();
      return entry;
    } catch (error) {
      if (error instanceof CommandRefused && unsure.has(error.code)) this.#ids.set(what, askedAs);
      else this.#ids.delete(what);
      throw error;
    }
  }
}
