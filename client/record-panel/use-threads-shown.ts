/**
 * The conversations a panel shows, kept in step with the text and the record. Promises that a key costs
 * nothing here: what is written in an item counts when typing rests, where it stands at once.
 */
import { useCallback, useRef, useSyncExternalStore } from "react";
import { useSession } from "../connection/hooks.ts";
import { useStructure } from "../connection/structure.ts";
import { Rest } from "../connection/rest.ts";
import {
  allThreadFilters,
  threadsShown,
  type ThreadFilter,
  type ThreadsShown,
} from "./threads-shown.ts";

/** Typing that pauses this long rests. */
const restMs = 400;
/** With many people writing it never rests: then this often. */
const longestWaitMs = 2_000;

/** The same object until something in it changes, so that typing elsewhere renders nothing here. */
export function useThreadsShown(
  filter: ThreadFilter,
  looked: string,
  activeId: string | null,
): ThreadsShown {
  const session = useSession();
  const { items, record } = session;
  const structure = useStructure();
  const last = useRef<{ readonly asked: readonly unknown[]; readonly shown: ThreadsShown } | null>(
    null,
  );
  const turn = useRef(0);
  const subscribe = useCallback(
    (listener: () => void) => {
      const look = (): void => {
        rest.clear();
        turn.current += 1;
        listener();
      };
      const rest = new Rest(look, restMs, longestWaitMs);
      const stops = [
        items.subscribe(() => rest.wait()),
        record.subscribe(look),
        () => rest.clear(),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
    [items, record],
  );
  return useSyncExternalStore(subscribe, () => {
    const asked = [turn.current, record.state(), structure, filter, activeId, looked];
    if (last.current?.asked.every((part, at) => part === asked[at]) === true)
      return last.current.shown;
    const fresh = threadsShown({
      record: record.state(),
      order: items.order(),
      item: (id) => items.item(id),
      filter,
      looked,
      me: session.me,
      activeId,
    });
    const shown = last.current && alike(last.current.shown, fresh) ? last.current.shown : fresh;
    last.current = { asked, shown };
    return shown;
  });
}

function alike(a: ThreadsShown, b: ThreadsShown): boolean {
  return (
    same(a.here, b.here) &&
    same(a.onRemoved, b.onRemoved) &&
    allThreadFilters.every((filter) => a.counts[filter] === b.counts[filter])
  );
}

function same<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((one, at) => one === b[at]);
}
