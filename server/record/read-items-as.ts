/** The items of a statement as the API tells them: all, or as one borough reads them. */
import { itemsAs, type AsBorough } from "../../shared/as-borough.ts";
import { Refusal } from "../../shared/refusal.ts";
import type { Room } from "../sync/room.ts";
import { describeItem, type DescribedItem } from "./describe-item.ts";

export interface ReadItems {
  readonly items: DescribedItem[];
  /** What reading it as a borough's left out and added, or null when it is read as everybody's. */
  readonly as: (Omit<AsBorough, "items"> & { readonly boroughId: string }) | null;
}

/** @throws Refusal `not-found` when nobody of that borough was ever in the statement */
export function readItemsAs(room: Room, boroughId: string | undefined): ReadItems {
  if (boroughId === undefined)
    return { items: room.items().map((item) => describeItem(room, item)), as: null };
  const people = [...room.record.people.values()];
  if (!people.some((person) => person.boroughId === boroughId))
    throw new Refusal("not-found", "That borough takes no part in this statement.");
  const { items, ...as } = itemsAs(room.items(), room.record, boroughId);
  return { items: items.map((item) => describeItem(room, item)), as: { boroughId, ...as } };
}
