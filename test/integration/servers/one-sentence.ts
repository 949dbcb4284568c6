/** The statement of the fleet's tests: one requirement, in which everybody writes one sentence. */
import * as Y from "yjs";
import { addItem, fragmentOf } from "../../../shared/items.ts";
import type { LivePage } from "../sync/live-page.ts";

export function addsSentence({ doc }: LivePage): void {
  doc.transact(() => addItem(doc, { id: "r1", kind: "requirement", order: "a1V" }));
}

/** Whether the page has it by now. */
export function hasSentence({ doc }: LivePage): boolean {
  return fragmentOf(doc, "r1", "statement") !== null;
}

export function type(page: LivePage, words: string): void {
  const text = textOf(page);
  text.insert(text.length, words);
}

export function read(page: LivePage): string {
  return String(textOf(page));
}

function textOf({ doc }: LivePage): Y.XmlText {
  const paragraph = fragmentOf(doc, "r1", "statement")?.get(0);
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new Error("no words here");
  return text;
}
