/** The statement that everybody writes in: the shape and size of a real one, the same for every server. */
import type * as Y from "yjs";
import { addItem } from "../../shared/items.ts";
import { orderBetween } from "../../shared/order.ts";
import { richTextFromPlain } from "../../shared/rich-text.ts";
import type { Place } from "./person.ts";
import type { Random } from "./random.ts";

const requirements = 60;
const sentence =
  "The system must let a resident choose a time for a repair and must tell them when it changes.";

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
