/**
 * Changes many items in a row of acts, a few in each, so that between two of them whoever types has
 * their turn. What changes few items is one act. Promises that what somebody changes in between stays.
 */
import { setImmediate } from "node:timers/promises";
import type { Entry } from "../../shared/entry.ts";
import { isSamePart, valueOf, type PartChange } from "../../shared/part-changes.ts";
import type { Author, Decision } from "../sync/act.ts";
import type { Room } from "../sync/room.ts";
import { writeParts } from "./write-parts.ts";

/** Some ten milliseconds. */
const itemsAtOnce = 40;

interface InSlices {
  readonly room: Room;
  readonly by: Author;
  /** What the first act adds to the record, and everything that is to be changed. Under the lock. */
  first(): { readonly decision: Decision; readonly changes: readonly PartChange[] };
}

/** @returns the entries of the first act */
export async function actInSlices({ room, by, first }: InSlices): Promise<Entry[]> {
  let slices: readonly (readonly PartChange[])[] = [];
  const entries = await room.act(by, () => {
    const { decision, changes } = first();
    const [slice = [], ...later] = slicesOf(changes);
    slices = later;
    return { ...decision, write: (doc) => writeParts(doc, slice) };
  });
  for (const slice of slices) {
    await setImmediate();
    await room.act(by, () => ({
      drafts: [],
      write: (doc) =>
        writeParts(
          doc,
          slice.filter((change) => isStillSo(room, change)),
        ),
    }));
  }
  return entries;
}

/** Whether the part says what it is to be changed from. */
export function isStillSo(room: Room, { itemId, part, before }: PartChange): boolean {
  const item = itemId === null ? undefined : room.item(itemId);
  if (part === "made") return item === undefined;
  return item !== undefined && isSamePart(part, valueOf(item, part), before);
}

function slicesOf(changes: readonly PartChange[]): PartChange[][] {
  const byItem = [...Map.groupBy(changes, ({ itemId }) => itemId).values()];
  return Array.from({ length: Math.ceil(byItem.length / itemsAtOnce) }, (_, at) =>
    byItem.slice(at * itemsAtOnce, (at + 1) * itemsAtOnce).flat(),
  );
}
