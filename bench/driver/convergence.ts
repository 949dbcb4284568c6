/**
 * Whether all documents end up the same. Every receiver's letters are counted as they come (`arrivals.ts`); here real
 * documents are built from the frames that people received and compared, word by word, with one that has had everything.
 */
import * as Y from "yjs";
import { readItems } from "../../shared/items.ts";
import type { Person } from "./person.ts";

/** Building a document takes seconds; people who received the same frames in the same order share one. */
const mostDocuments = 8;

export interface Convergence {
  readonly documents: number;
  readonly problems: string[];
}

/**
 * @param updates the text updates that `Person.frames` number
 * @param openedLast what somebody got who opened the statement when all had arrived
 */
export function compareDocuments(
  people: readonly Person[],
  updates: readonly Uint8Array[],
  openedLast: readonly Uint8Array[],
): Convergence {
  const [first] = people;
  const typed = people.flatMap((person) => person.typed() ?? []);
  const expected = wordsOf([...(first?.opened ?? []), ...typed]);

  const problems: string[] = [];
  const differing = new Map<string, Person>();
  for (const person of people) differing.set(person.frames.join(), person);
  const chosen = [...differing.values()].slice(0, mostDocuments);
  for (const person of chosen) {
    const received = person.frames.flatMap((frame) => updates[frame] ?? []);
    // One's own letters come from nowhere else where the server does not send them back.
    const words = wordsOf([
      ...person.opened,
      ...received,
      person.typed() ?? new Uint8Array([0, 0]),
    ]);
    if (words !== expected) problems.push(`the document of client ${person.clientId} differs`);
  }
  if (wordsOf(openedLast) !== expected) {
    problems.push("whoever opens the statement afterwards reads something else");
  }
  return { documents: chosen.length + 1, problems };
}

function wordsOf(updates: readonly Uint8Array[]): string {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  return JSON.stringify(readItems(doc));
}
