/** Undoes an import: puts back what nobody has changed since, in the name of who undoes it, and says what stays. */
import { undoImport as entryType } from "../../../shared/commands/undo-import.ts";
import { withdrawLink } from "../../../shared/commands/withdraw-link.ts";
import { withdrawSuggestion } from "../../../shared/commands/withdraw-suggestion.ts";
import type { EntryDraft } from "../../../shared/entry.ts";
import type { UndoOutcome } from "../../../shared/import-changes.ts";
import { memberWhoMay } from "../../../shared/members.ts";
import type { RecordState } from "../../../shared/record-state.ts";
import { Refusal } from "../../../shared/refusal.ts";
import { commandContext } from "../../record/command-context.ts";
import type { Resources } from "../../resources.ts";
import type { Room } from "../../sync/room.ts";
import type { RunOptions } from "../work/work-processes.ts";
import type { WorkOwner } from "../work/works.ts";
import { applySlices } from "./apply-slices.ts";
import { noSuchImport, type WrittenUndo } from "./write-undo.ts";

/** @throws Refusal `not-allowed`, `not-found`, `already-so`, `unavailable` */
export function undoImport(
  { rooms, processes, newId }: Resources,
  { statementId, personId, importId }: WorkOwner & { readonly importId: string },
  options: RunOptions,
): Promise<UndoOutcome> {
  return rooms.use(statementId, async (room) => {
    const { boroughId } = memberWhoMay(room.record, personId, "import");
    refuseUndone(room.record, importId);
    const written = await processes.run("write-undo", { statementId, importId }, options);
    const { fileName, slices, outcome } = written;
    await applySlices({
      room,
      by: { personId, boroughId },
      slices,
      tell: options.tell ?? (() => {}),
      doing: "Putting back",
      first() {
        refuseUndone(room.record, importId);
        const facts = { importId, putBack: outcome.putBack, left: outcome.left.length };
        const taken = takenBack(room, personId, written, newId);
        return { drafts: [{ type: entryType.name, facts, words: { fileName } }, ...taken] };
      },
      draftsFor: () => [],
    });
    return outcome;
  });
}

function refuseUndone({ imports }: RecordState, importId: string): void {
  const done = imports.get(importId);
  if (!done) throw noSuchImport();
  if (done.undone) throw new Refusal("already-so", "That import is undone already.");
}

/**
 * Takes back the links and suggestions that the import made between items that were there before. Those of
 * items that it made lie idle with them, and come back with them.
 */
function takenBack(
  room: Room,
  personId: string,
  { made, threadIds }: WrittenUndo,
  newId: () => string,
): EntryDraft[] {
  const { record } = room;
  const member = memberWhoMay(record, personId, "import");
  const context = commandContext(room, member, newId);
  return threadIds.flatMap((threadId) => {
    const thread = record.threads.get(threadId);
    const isOld =
      thread && !made.has(thread.anchor.itemId) && !made.has(thread.meets?.needId ?? "");
    if (!isOld) return [];
    try {
      return thread.meets
        ? withdrawLink.decide({ threadId, why: "The import that made it was undone." }, context)
        : withdrawSuggestion.decide({ threadId }, context);
    } catch (error) {
      // Somebody took it back or decided on it before: it stays as they left it.
      if (error instanceof Refusal) return [];
      throw error;
    }
  });
}
