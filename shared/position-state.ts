/**
 * Whether what a borough says about an item was said on the words that stand there now. Cheap enough
 * to ask of every item and borough each time a list is made: both sides are known by their objects.
 */
import { changedSince, saysTheSame, type Change } from "./changed-since.ts";
import type { Item } from "./items.ts";
import type { Position } from "./position.ts";

/** `changed`: said on other words. It is then never counted as agreed. */
export type PositionState = "not-said" | "current" | "changed";

/** An item that is no longer there says something else than what was seen. */
export function positionState(
  item: Item | undefined,
  boroughId: string,
  position: Position | undefined,
): PositionState {
  if (!position) return "not-said";
  return saysTheSame(position.seen, item, boroughId) ? "current" : "changed";
}

/** What the item says differently from what the borough said its position on. */
export function changedSincePosition(
  item: Item | undefined,
  boroughId: string,
  position: Position,
): readonly Change[] {
  return changedSince(position.seen, item, boroughId);
}

/** Whether only words changed: such changes can be confirmed for many items at once. */
export function isWordingOnly(changes: readonly Change[]): boolean {
  return changes.every(({ part }) => part === "field" || part === "variation");
}
