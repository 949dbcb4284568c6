/**
 * A restore that is asked for again because its answer was lost. Promises that it is not done twice, and that
 * what was left of it, when the server stopped between two slices, is done.
 */
import { restoreVersion } from "../../shared/commands/restore-version.ts";
import type { Entry } from "../../shared/entry.ts";
import { changesBetween, type Scope } from "../../shared/part-changes.ts";
import type { TextThen } from "../../shared/text-then.ts";
import type { Resources } from "../resources.ts";
import type { Author } from "../sync/act.ts";
import type { Room } from "../sync/room.ts";
import { actInSlices, isStillSo } from "./act-in-slices.ts";
import { countItems } from "./count-items.ts";
import { readText, versionOf } from "./read-version.ts";

export interface Restored {
  readonly entry: Entry;
  /** How many items read otherwise now. */
  readonly changedItems: number;
}

interface Asked {
  readonly by: Author;
  readonly version: number;
  readonly itemId: string | null;
  readonly askedAs: string | null;
}

/** The entry that the same person made by the same request, or null. */
export function restoreAskedAs(room: Room, { by, version, itemId, askedAs }: Asked): Entry | null {
  const made = askedAs === null ? undefined : room.entryAskedAs(by.personId, askedAs);
  if (made?.type !== restoreVersion.name) return null;
  return made.facts["version"] === version && made.facts["itemId"] === itemId ? made : null;
}

interface Again {
  readonly room: Room;
  readonly store: Resources["store"];
  readonly by: Author;
  /** The entry of the restore. */
  readonly made: Entry;
  /** The text that was restored. */
  readonly text: TextThen;
  readonly scope: Scope;
}

/** Does what is left of it, and answers as it did or would have. One that was undone stays so. */
export async function goOn({ room, store, by, made, text, scope }: Again): Promise<Restored> {
  const restored = room.record.restores.get(String(made.number));
  if (!restored) throw new Error(`Entry ${made.number} restored nothing`);
  const before = await readText(store, made.statementId, versionOf(room.record, restored.before));
  const changes = changesBetween(before, text, scope, new WeakMap());
  const isLeft = (): boolean =>
    !room.record.restores.get(String(made.number))?.undone &&
    changes.some((change) => isStillSo(room, change));
  if (isLeft()) {
    await actInSlices({
      room,
      by,
      first: () => ({
        decision: { drafts: [] },
        changes: isLeft() ? changes.filter((change) => isStillSo(room, change)) : [],
      }),
    });
  }
  return { entry: made, changedItems: countItems(changes) };
}
