/**
 * What components read of the open statement. Each renders again only when what it reads changes. The functions
 * that subscribe stay the same: React would leave and come again after each time that a component is rendered.
 */
import { useCallback, useContext, useRef, useSyncExternalStore } from "react";
import { can, type Action, type Member } from "../../shared/access.ts";
import type { Item } from "../../shared/items.ts";
import type { RecordState } from "../../shared/record-state.ts";
import type { ConnectionProblem } from "./connection-problem.ts";
import type { PersonHere } from "./presence-store.ts";
import type { SavedNow } from "./saved-store.ts";
import { SessionContext } from "./session-context.tsx";
import type { StatementSession } from "./statement-session.ts";

/** @throws Error outside a `SessionProvider` */
export function useSession(): StatementSession {
  const session = useContext(SessionContext);
  if (!session) throw new Error("useSession is used outside a SessionProvider.");
  return session;
}

export function useItem(id: string): Item | undefined {
  const { items } = useSession();
  return useSyncExternalStore(
    useCallback((listener: () => void) => items.subscribeItem(id, listener), [items, id]),
    () => items.item(id),
  );
}

/**
 * A part of an item: nothing is rendered while somebody writes in it and that part stays.
 * @param selector gives back a value that compares with `Object.is`
 */
export function useOfItem<T>(id: string, selector: (item: Item | undefined) => T): T {
  const { items } = useSession();
  return useSyncExternalStore(
    useCallback((listener: () => void) => items.subscribeItem(id, listener), [items, id]),
    () => selector(items.item(id)),
  );
}

export function useTitle(): string {
  const { items } = useSession();
  return useSyncExternalStore(
    useCallback((listener: () => void) => items.subscribe(listener), [items]),
    () => items.title(),
  );
}

/**
 * A part of the record.
 * @param selector worked out again when the record changes; give back parts of the state as they
 * are, or a value that compares with `Object.is`
 */
export function useRecord<T>(selector: (record: RecordState) => T): T {
  const { record } = useSession();
  // A selector that makes a new object each time must not make React render for ever.
  const last = useRef<{ state: RecordState; selector: typeof selector; value: T } | null>(null);
  return useSyncExternalStore(
    useCallback((listener: () => void) => record.subscribe(listener), [record]),
    () => {
      const state = record.state();
      if (last.current?.state !== state || last.current.selector !== selector) {
        last.current = { state, selector, value: selector(state) };
      }
      return last.current.value;
    },
  );
}

/** Everybody else who has the statement open. */
export function usePresence(): readonly PersonHere[] {
  const { presence } = useSession();
  return useSyncExternalStore(
    useCallback((listener: () => void) => presence.subscribe(listener), [presence]),
    () => presence.others(),
  );
}

/**
 * A part of whether what was written here is saved: as a whole that changes twice with every key.
 * @param selector gives back a value that compares with `Object.is`
 */
export function useSaved<T>(selector: (saved: SavedNow) => T): T {
  const { savedState } = useSession();
  return useSyncExternalStore(
    useCallback((listener: () => void) => savedState.subscribe(listener), [savedState]),
    () => selector(savedState.state()),
  );
}

/** Why the page will not connect again by itself, or null. Every row may ask: at a key nobody is told. */
export function useProblem(): ConnectionProblem | null {
  const { savedState } = useSession();
  return useSyncExternalStore(
    useCallback((listener: () => void) => savedState.subscribeProblem(listener), [savedState]),
    () => savedState.state().problem,
  );
}

/** The person at this page, with the role they have now. */
export function useMe(): Member {
  const session = useSession();
  return useSyncExternalStore(
    useCallback((listener: () => void) => session.subscribeMe(listener), [session]),
    () => session.me,
  );
}

/** Whether the person at this page may do that now; nobody may once the connection was closed for good. */
export function useMay(action: Action): boolean {
  const me = useMe();
  const problem = useProblem();
  return problem === null && can(me, action);
}
