/** Where items that are brought in can go: right below an item, the end of a section, or the end of all. */
import { plainText } from "../../shared/plain-text.ts";
import type { RecordState } from "../../shared/record-state.ts";
import type { ItemStore } from "../connection/item-store.ts";
import { itemName } from "../words/item-words.ts";

export interface Place {
  /** For a choice of one: "below:…", "section:…" or "end". */
  readonly value: string;
  readonly label: string;
  /** The item that they come below; null where there is none. */
  readonly after: string | null;
}

/** @param below the item that one came from, if it still stands there */
export function placesIn(items: ItemStore, record: RecordState, below: string | null): Place[] {
  const order = items.order();
  const shown = order.filter((id) => items.item(id)?.removed === null);
  const places: Place[] = [];
  if (below !== null && shown.includes(below)) {
    const name = itemName(items.item(below), record, below);
    places.push({ value: "below", label: `Below ${name}`, after: below });
  }
  for (const [at, id] of shown.entries()) {
    const item = items.item(id);
    if (item?.kind !== "section") continue;
    const title = item.fields["title"];
    const words = title ? plainText(title).trim() : "";
    const next = shown.findIndex(
      (other, place) => place > at && items.item(other)?.kind === "section",
    );
    places.push({
      value: `section:${id}`,
      label: `At the end of “${words === "" ? "Untitled section" : words}”`,
      after: shown.at(next === -1 ? -1 : next - 1) ?? id,
    });
  }
  places.push({ value: "end", label: "At the end of the statement", after: order.at(-1) ?? null });
  return places;
}
