/**
 * Works out what undoing an import puts back. Promises that only what is still as the import
 * left it is put back: what somebody has changed since, or said something about, stays and is named.
 */
import type { UndoOutcome } from "../../../shared/import-changes.ts";
import type { RecordState } from "../../../shared/record-state.ts";
import { Refusal } from "../../../shared/refusal.ts";
import { writeItem } from "../../../shared/write-item.ts";
import type { TaskMeans } from "../work/tasks.ts";
import { readTarget } from "./read-target.ts";
import { itemFingerprint, readToUndo } from "./to-undo.ts";
import { writeSlices, type ItemToWrite, type Slice } from "./write-slices.ts";

interface ToWriteUndo {
  readonly statementId: string;
  readonly importId: string;
}

export interface WrittenUndo {
  readonly fileName: string;
  readonly slices: readonly Slice[];
  readonly outcome: UndoOutcome;
  /** Ids of items that the import made. */
  readonly made: ReadonlySet<string>;
  /** Links and suggestions that it made. */
  readonly threadIds: readonly string[];
}

/** @throws Refusal `not-found` */
export async function writeUndo(
  { statementId, importId }: ToWriteUndo,
  { store }: TaskMeans,
): Promise<WrittenUndo> {
  const toUndo = await store.imports.toUndo(statementId, importId);
  if (toUndo === null) throw noSuchImport();
  const { items, fileName, threadIds: older = [] } = readToUndo(toUndo.json);
  const threadIds = [...older, ...toUndo.threadIds];
  const { doc, target, record } = await readTarget(store, statementId);
  const spokenOf = itemsSpokenOf(record, new Set(threadIds));
  const itemsById = new Map(target.items.map((item) => [item.id, item]));
  const left: { itemId: string; reference: string; why: string }[] = [];
  const toWrite: ItemToWrite[] = [];
  for (const { itemId, before, after } of items) {
    const item = itemsById.get(itemId);
    if (!item) continue;
    const why = reasonToStay(
      itemFingerprint(item) === after,
      before === null && spokenOf.has(itemId),
    );
    if (why !== null) {
      left.push({ itemId, reference: target.references.get(itemId) ?? "", why });
      continue;
    }
    const wanted = before ?? { removed: { why: `The import of ${fileName} was undone.` } };
    toWrite.push({ itemId, write: (on) => void writeItem(on, itemId, wanted) });
  }
  return {
    fileName,
    threadIds,
    slices: writeSlices(doc, toWrite),
    outcome: { putBack: toWrite.length, left },
    made: new Set(items.flatMap(({ itemId, before }) => (before === null ? itemId : []))),
  };
}

function reasonToStay(isAsLeft: boolean, isSpokenOf: boolean): string | null {
  if (!isAsLeft) return "It was changed since.";
  return isSpokenOf ? "Somebody has said something about it since." : null;
}

export function noSuchImport(): Refusal {
  return new Refusal("not-found", "There is no such import in this statement.");
}

/** Items that somebody commented on, linked or took a position on, besides by the import. */
function itemsSpokenOf({ threads, positions }: RecordState, own: ReadonlySet<string>): Set<string> {
  const ids = new Set<string>();
  for (const thread of threads.values()) {
    if (own.has(thread.id)) continue;
    ids.add(thread.anchor.itemId);
    if (thread.meets) ids.add(thread.meets.needId);
  }
  for (const [itemId, byBorough] of positions) {
    if (byBorough.size > 0) ids.add(itemId);
  }
  return ids;
}
