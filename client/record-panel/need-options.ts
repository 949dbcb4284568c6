/** The needs and outcomes that a requirement can be linked to, with how each stands. */
import { coverageOf, type NeedState } from "../../shared/coverage.ts";
import type { Item } from "../../shared/items.ts";
import type { RecordState } from "../../shared/record-state.ts";
import { boroughName } from "../connection/borough-names.ts";
import type { NeedOption } from "./find-needs.ts";
import { itemName, itemSentence } from "../words/item-words.ts";

const needStateWords: Readonly<Record<NeedState, string>> = {
  leftOut: "Left out on purpose",
  covered: "Covered",
  partly: "Partly covered",
  changed: "Changed since linked",
  onlyRemoved: "Met only by what is not taken forward",
  notCovered: "Not covered",
};

/** @param items in the order of the statement */
export function needOptions(items: readonly Item[], record: RecordState): readonly NeedOption[] {
  const itemsById = new Map(items.map((item) => [item.id, item]));
  return coverageOf(items, record).items.flatMap((covered): NeedOption[] => {
    const item = itemsById.get(covered.id);
    if (covered.kind === "requirement" || !item) return [];
    return [
      {
        id: item.id,
        reference: itemName(item, record, item.id),
        aliases: item.aliases,
        sentence: itemSentence(item),
        state: needStateWords[covered.state],
        isOpen: covered.state === "notCovered" || covered.state === "onlyRemoved",
        raisedBy: item.raisedBy.map((boroughId) => boroughName(record, boroughId)),
      },
    ];
  });
}
