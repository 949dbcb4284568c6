/**
 * Takes back one's own last step, or does it again, wherever it was; and says where that is, so that
 * the caret can go there.
 */
import * as Y from "yjs";
import { itemsOf } from "../../../shared/items.ts";
import { variationField } from "../../../shared/variations.ts";
import type { Acting } from "./act.ts";

/** Where a step changed something. */
export interface Changed {
  readonly itemId: string;
  /** Null when it was not in the words of a field: a move, a priority. */
  readonly field: string | null;
  /** Right after the changed letters. */
  readonly caret: { readonly text: Y.XmlText; readonly index: number } | null;
}

type TextEvent = Y.YEvent<Y.AbstractType<unknown>>;

/** @returns null when there was nothing to take back */
export function undoStep(session: Acting, direction: "undo" | "redo"): Changed | null {
  let changed: Changed | null = null;
  // Changes can only be worked out while Yjs tells of them.
  const look = (events: readonly TextEvent[]): void => {
    changed ??= placeOfChange(events);
  };
  const items = itemsOf(session.doc);
  items.observeDeep(look);
  try {
    session.undo[direction]();
  } finally {
    items.unobserveDeep(look);
  }
  session.items.flush();
  return changed;
}

/** The first change of words; where there is none, the first change. */
function placeOfChange(events: readonly TextEvent[]): Changed | null {
  let first: Changed | null = null;
  for (const event of events) {
    const [itemId, part, field] = event.path;
    if (itemId === undefined) continue;
    const { target, delta } = event;
    const found: Changed = {
      itemId: String(itemId),
      field: fieldAt(part, field),
      caret: target instanceof Y.XmlText ? { text: target, index: endOfChange(delta) } : null,
    };
    if (found.caret) return found;
    if (first === null || first.field === null) first = found;
  }
  return first;
}

function fieldAt(part: unknown, name: string | number | undefined): string | null {
  if (part === "notes") return "notes";
  if (name === undefined) return null;
  if (part === "variations") return variationField(String(name));
  return part === "fields" ? String(name) : null;
}

/** Index after the last letters put in or taken out. */
function endOfChange(delta: TextEvent["delta"]): number {
  let index = 0;
  let end = 0;
  for (const { retain, insert } of delta) {
    index += retain ?? (typeof insert === "string" ? insert.length : 0);
    if (retain === undefined) end = index;
  }
  return end;
}
