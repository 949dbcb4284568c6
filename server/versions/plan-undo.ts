/** What undoing a restore changes: only what still is as the restore made it. */
import type { TextThen } from "../../shared/text-then.ts";
import { isSamePart, partOf, type PartChange } from "../../shared/part-changes.ts";

export interface UndoPlan {
  readonly changes: readonly PartChange[];
  /** What somebody changed since. */
  readonly left: readonly PartChange[];
}

/** What puts back what a restore changed, of what still is as it made it. */
export function planUndo(done: readonly PartChange[], now: TextThen): UndoPlan {
  const items = new Map(now.items.map((item) => [item.id, item]));
  const changes: PartChange[] = [];
  const left: PartChange[] = [];
  for (const change of done) {
    const { itemId, part, before, after } = change;
    const item = itemId === null ? undefined : items.get(itemId);
    if (part === "made") {
      const removed = { why: "The restore that brought it back was undone." };
      if (item) changes.push({ itemId, part: "removed", before: null, after: removed });
    } else if (isSamePart(part, partOf(now, change, item), after)) {
      changes.push({ itemId, part, before: after, after: before });
    } else {
      left.push(change);
    }
  }
  return { changes, left };
}
