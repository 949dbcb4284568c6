/**
 * Whether all documents end up the same. Every receiver's letters are counted as they come (`arrivals.ts`); here real
 * documents are built from the frames that people received and compared, word by word, with one that has had everything.
 */
import * as Y from "yjs";
import { readItems } from "../../shared/items.ts";
import type { Person } from "./person.ts";

/** Building a document takes about a second; people who received the same frames in the same order share one. */
const mostDocuments = 12;

export interface Convergence {
  readonly documents: number;
  readonly problems: string[];
}

/**
 * @param updates the text updates that `Person.frames` number
 * @param openedLast the document of somebody who opened the statement when all had arrived
 */
export function compareDocuments(
  people: readonly Person[],
  updates: readonly Uint8Array[],
  openedLast: Y.Doc,
): Convergence {
  // Before anything of others is applied, each person's document holds the statement and their own letters.
  const whole = new Y.Doc();
  Y.applyUpdate(whole, Y.mergeUpdates(people.map(({ doc }) => Y.encodeStateAsUpdate(doc))));
  const expected = wordsOf(whole);

  const problems: string[] = [];
  const differing = new Map<string, Person>();
  for (const person of people) differing.set(person.frames.join(), person);
  const chosen = [...differing.values()].slice(0, mostDocuments);
  for (const { doc, frames, clientId } of chosen) {
    const received = frames.flatMap((frame) => updates[frame] ?? []);
    if (received.length > 0) Y.applyUpdate(doc, Y.mergeUpdates(received));
    if (wordsOf(doc) !== expected) problems.push(`the document of client ${clientId} differs`);
  }
  if (wordsOf(openedLast) !== expected) {
    problems.push("whoever opens the statement afterwards reads something else");
  }
  return { documents: chosen.length + 1, problems };
}

function wordsOf(doc: Y.Doc): string {
  return JSON.stringify(readItems(doc));
}
