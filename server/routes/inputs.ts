/** The shapes of what several routes are sent. */
import { z } from "zod";

/** The secret of a link. */
export const token = z.string().min(1).max(200);

export const personName = line(100, "Enter your name.", "A name has at most 100 characters.");

/** Id or name of a borough, or the name of another organisation. */
export const borough = line(
  100,
  "Choose a borough or enter your organisation.",
  "The name of an organisation has at most 100 characters.",
);

export const title = line(200, "Enter a title.", "A title has at most 200 characters.");

export const statementParams = z.object({ id: z.string().min(1).max(64) });

/** Words on one line that everybody is shown. */
function line(most: number, missing: string, tooLong: string): z.ZodString {
  return z.string().overwrite(plainLine).min(1, missing).max(most, tooLong);
}

/** Without what nobody sees: control characters, marks that turn the words around them, spaces that have no width. */
function plainLine(words: string): string {
  const plain = words
    .toWellFormed()
    .normalize("NFC")
    .replace(/[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, "")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(plain) ? plain : "";
}
