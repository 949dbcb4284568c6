/** The statement that everybody writes in: the shape and size of a real one, the same for every server. */
import * as Y from "yjs";
import { addItem } from "../../shared/items.ts";
import { orderBetween } from "../../shared/order.ts";
import { richTextFromPlain } from "../../shared/rich-text.ts";
import { anchorOf, lettersUpdate, type Place } from "./letters.ts";
import { randomFrom, type Random } from "./random.ts";

const requirements = 60;
const sentence =
  "The system must let a resident choose a time for a repair and must tell them when it changes.";

/** Needline takes at most 200 new sessions in one update. */
const sessionsAtOnce = 100;

/** Writes the statement into an empty document, in one transaction. */
export function writeStatement(doc: Y.Doc): void {
  doc.transact(() => {
    let order: string | null = null;
    for (let number = 0; number < requirements; number++) {
      order = orderBetween(order, null, "V");
      addItem(doc, {
        id: itemId(number),
        kind: "requirement",
        order,
        priority: "must",
        fields: { statement: richTextFromPlain(sentence) },
      });
    }
  });
}

/**
 * The statement, and then what earlier sessions wrote in it: a letter each, with a Yjs client id of their own, as a page
 * has it that somebody opened, typed a letter in and closed. @returns updates in order
 */
export function statementUpdates(earlierSessions: number): Uint8Array[] {
  const doc = new Y.Doc();
  writeStatement(doc);
  const updates = [Y.encodeStateAsUpdate(doc)];
  const random = randomFrom(earlierSessions);
  const sessions = Array.from({ length: earlierSessions }, (_, number) => {
    // Each in a part of its own, so that no two are the same.
    const clientId = Math.floor((number + random()) * (2 ** 32 / earlierSessions));
    return lettersUpdate(clientId, anchorOf(doc, placeOf(number, random)), {
      from: 0,
      letters: "e",
    });
  });
  for (let at = 0; at < earlierSessions; at += sessionsAtOnce) {
    updates.push(Y.mergeUpdates(sessions.slice(at, at + sessionsAtOnce)));
  }
  return updates;
}

/** Where person `number` begins to type: each in an item, several to an item once there are more people than items. */
export function placeOf(number: number, random: Random): Place {
  return {
    itemId: itemId(number % requirements),
    field: "statement",
    from: Math.floor(random() * sentence.length),
  };
}

/** As long as the ids that the page makes. */
function itemId(number: number): string {
  return `bench-requirement-${String(number).padStart(3, "0")}`;
}
