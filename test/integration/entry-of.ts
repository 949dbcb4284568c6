/** An entry out of an answer. */
import type { Entry } from "../../shared/entry.ts";
import { entryAnswer } from "../../server/routes/answers.ts";

export function entryOf(value: unknown): Entry {
  return entryAnswer.parse(value);
}
