/**
 * Commits what was written on a thread, slice by slice, each with its entries. Promises that between
 * two slices whoever types has their turn.
 */
import { setImmediate } from "node:timers/promises";
import type { EntryDraft } from "../../../shared/entry.ts";
import type { Author, Decision } from "../../sync/act.ts";
import type { Room } from "../../sync/room.ts";
import type { Tell } from "../work/progress.ts";
import type { Slice } from "./write-slices.ts";

interface SlicesToApply {
  readonly room: Room;
  readonly by: Author;
  readonly slices: readonly Slice[];
  /** What goes with the first of them; an act of its own when there is none. */
  first(): Decision;
  /** Entries that go with a slice. */
  draftsFor(slice: Slice): readonly EntryDraft[];
  readonly tell: Tell;
  readonly doing: string;
}

export async function applySlices(apply: SlicesToApply): Promise<void> {
  const { room, by, slices, first, draftsFor, tell, doing } = apply;
  if (slices.length === 0) await room.act(by, first);
  for (const [at, slice] of slices.entries()) {
    tell({ doing, done: at / slices.length });
    await room.act(by, () => {
      const begun = at === 0 ? first() : { drafts: [] };
      return {
        ...begun,
        drafts: [...begun.drafts, ...draftsFor(slice)],
        update: slice.update,
      };
    });
    await setImmediate();
  }
}
