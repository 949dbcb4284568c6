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
  hangsOn,
  threadsShown,
  type HangingLinks,
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
  const last = useRef<Last | null>(null);
  const turn = useRef(0);
  const subscribe = useCallback(
    (listener: () => void) => {
      const look = (): void => {
        rest.clear();
        turn.current += 1;
        listener();
      };
      const touched = new Set<string>();
      const lookAtTouched = (): void => {
        // Of thousands of conversations only links are listed or not by what is written in items.
        const hanging = last.current?.hanging ?? new Map();
        const isOther = hangsOn(touched, hanging, (id) => items.item(id));
        touched.clear();
        if (isOther) look();
      };
      const rest = new Rest(lookAtTouched, restMs, longestWaitMs);
      const stops = [
        items.touched.addTo(touched),
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
    last.current = { asked, shown, hanging: fresh.hanging };
    return shown;
  });
}

interface Last {
  /** What it was worked out from. */
  readonly asked: readonly unknown[];
  readonly shown: ThreadsShown;
  /** As they are now, where what is shown stayed the same. */
  readonly hanging: HangingLinks;
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
