/**
 * Works out, on a thread, what undoing an import puts back. Promises that only what is still as the import
 * left it is put back: what somebody has changed since, or said something about, stays and is named.
 */
import type { UndoOutcome } from "../../../shared/import-changes.ts";
import { writeItem } from "../../../shared/write-item.ts";
import { openTarget, type TargetSource } from "./target-source.ts";
import { itemFingerprint, readToUndo } from "./to-undo.ts";
import { writeSlices, type ItemToWrite, type Slice } from "./write-slices.ts";

interface ToWriteUndo {
  /** A `ToUndo`, as JSON. */
  readonly toUndo: string;
  readonly source: TargetSource;
  /** Ids of items that people said something about since, besides what the import itself made. */
  readonly spokenOf: ReadonlySet<string>;
}

export interface WrittenUndo {
  readonly slices: readonly Slice[];
  readonly outcome: UndoOutcome;
  /** Ids of items that the import made and that stay: what hangs on them stays, too. */
  readonly staying: ReadonlySet<string>;
  /** Ids of items that the import made. */
  readonly made: ReadonlySet<string>;
}

export function writeUndo({ toUndo, source, spokenOf }: ToWriteUndo): WrittenUndo {
  const { doc, target } = openTarget(source);
  const { items, fileName } = readToUndo(toUndo);
  const itemsById = new Map(target.items.map((item) => [item.id, item]));
  const left: { itemId: string; reference: string; why: string }[] = [];
  const toWrite: ItemToWrite[] = [];
  const staying = new Set<string>();
  for (const { itemId, before, after } of items) {
    const item = itemsById.get(itemId);
    if (!item) continue;
    const why = reasonToStay(
      itemFingerprint(item) === after,
      before === null && spokenOf.has(itemId),
    );
    if (why !== null) {
      left.push({ itemId, reference: target.references.get(itemId) ?? "", why });
      if (before === null) staying.add(itemId);
      continue;
    }
    const wanted = before ?? { removed: { why: `The import of ${fileName} was undone.` } };
    toWrite.push({ itemId, write: (on) => void writeItem(on, itemId, wanted) });
  }
  return {
    slices: writeSlices(doc, toWrite),
    outcome: { putBack: toWrite.length, left },
    staying,
    made: new Set(items.flatMap(({ itemId, before }) => (before === null ? itemId : []))),
  };
}

function reasonToStay(isAsLeft: boolean, isSpokenOf: boolean): string | null {
  if (!isAsLeft) return "It was changed since.";
  return isSpokenOf ? "Somebody has said something about it since." : null;
}
