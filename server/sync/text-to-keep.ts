/** The committed text, written down to be kept as a version. Its digest goes into the version's entry. */
import { createHash } from "node:crypto";
import { priorityWordsOf } from "../../shared/items.ts";
import type { TextThen } from "../../shared/text-then.ts";
import type { TextToKeep } from "../../shared/version.ts";
import type { CommittedText } from "./committed-text.ts";

export function textToKeep(text: CommittedText): TextToKeep {
  const items = text.items();
  const { title, itemCount } = text.summary;
  const kept: TextThen = { title, priorityWords: priorityWordsOf(text.doc), items };
  const json = JSON.stringify(kept);
  return { json, digest: digestOfText(json), itemCount };
}

/** SHA-256 of the text to the letter. Node's own: a large statement takes it a millisecond or two. */
export function digestOfText(json: string): string {
  return createHash("sha256").update(json).digest("hex");
}
