/** What reading the statement as one borough's leaves out and adds, kept up while people write. */
import { useMemo, useSyncExternalStore } from "react";
import { itemsAs } from "../../shared/as-borough.ts";
import { useSession } from "../connection/hooks.ts";
import { RestedStore, type Work } from "../connection/rested-store.ts";

export interface ReadAs {
  readonly boroughId: string;
  /** Ids of items that are not shown: what does not apply, and sections of which nothing is left. */
  readonly hidden: ReadonlySet<string>;
  /** How many items do not apply to it… */
  readonly leftOut: number;
  /** …for how many something differs… */
  readonly differ: number;
  /** …and how many did not apply to it and say something else since. */
  readonly changedSince: number;
}

/** @returns the same object until something in it changes; null while it is read as everybody's */
export function useAsBorough(boroughId: string | null): ReadAs | null {
  const session = useSession();
  const store = useMemo(
    () => (boroughId === null ? null : new RestedStore(session, workOutAs(boroughId))),
    [session, boroughId],
  );
  return useSyncExternalStore(
    useMemo(() => store?.subscribe ?? (() => () => {}), [store]),
    () => store?.now() ?? null,
  );
}

function workOutAs(boroughId: string): Work<ReadAs> {
  return (items, record, before) => {
    const as = itemsAs(items, record, boroughId);
    const shown = new Set(as.items.map(({ id }) => id));
    const hidden = items.flatMap(({ id, removed }) => (removed || shown.has(id) ? [] : [id]));
    const now: ReadAs = {
      boroughId,
      hidden: new Set(hidden),
      leftOut: as.leftOut.length,
      differ: as.differ.length,
      changedSince: as.changedSince.length,
    };
    return before && isSame(before, now) ? before : now;
  };
}

function isSame(a: ReadAs, b: ReadAs): boolean {
  return (
    a.leftOut === b.leftOut &&
    a.differ === b.differ &&
    a.changedSince === b.changedSince &&
    a.hidden.size === b.hidden.size &&
    [...a.hidden].every((id) => b.hidden.has(id))
  );
}
