/**
 * A text of a wanted size with a past: many people have typed in it and taken words out again, each with a Yjs client id
 * of their own, as every page that was ever opened has. The same for every server.
 */
import * as Y from "yjs";
import { aboutOf, addItem, fragmentOf } from "../../shared/items.ts";
import { randomFrom } from "../driver/random.ts";
import { aLargeStatement } from "../large-statement.ts";

export interface LargeText {
  /** All of it but what came last, as one update. */
  readonly before: Uint8Array;
  /** What came last: a letter each. */
  readonly lastLetters: readonly Uint8Array[];
  /** All of it, as one update. */
  readonly whole: Uint8Array;
}

export interface LargeTextOrder {
  /** Of items. */
  readonly size: number;
  /** How many pages have written in it. */
  readonly sessions: number;
  readonly lastLetters: number;
}

const wordsTyped = "and must say so at once ";
const lettersTakenOut = 12;

export function aLargeText({ size, sessions, lastLetters }: LargeTextOrder): LargeText {
  const random = randomFrom(size);
  const doc = new Y.Doc();
  doc.clientID = 1_000_000;
  const { items } = aLargeStatement(size);
  doc.transact(() => {
    aboutOf(doc).set("title", "Housing repairs");
    for (const item of items) addItem(doc, item);
  });
  const somewhere = (): Y.XmlText => {
    const at = Math.floor(random() * size);
    const item = items[at];
    const [field = ""] = Object.keys(item?.fields ?? {});
    return firstText(doc, item?.id ?? "", field);
  };
  for (let session = 1; session <= sessions; session += 1) {
    doc.clientID = 1_000_000 + session;
    const text = somewhere();
    doc.transact(() => text.insert(text.length, wordsTyped));
    doc.transact(() => text.delete(0, lettersTakenOut));
  }
  const before = Y.encodeStateAsUpdate(doc);
  const letters: Uint8Array[] = [];
  const keep = (update: Uint8Array): number => letters.push(update);
  doc.on("update", keep);
  const text = somewhere();
  for (let letter = 0; letter < lastLetters; letter += 1) text.insert(text.length, "e");
  doc.off("update", keep);
  return { before, lastLetters: letters, whole: Y.encodeStateAsUpdate(doc) };
}

/** The first words of a field. */
export function firstText(doc: Y.Doc, itemId: string, field: string): Y.XmlText {
  const paragraph = fragmentOf(doc, itemId, field)?.get(0);
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new Error(`There is no text in ${itemId}.`);
  return text;
}
