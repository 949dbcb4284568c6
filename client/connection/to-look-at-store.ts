/** What waits for the person at this page to look at, kept up while people write and talk. */
import { useMemo, useSyncExternalStore } from "react";
import { KeptItemsToLookAt, threadsToLookAt, type ToLookAt } from "../../shared/to-look-at.ts";
import { useMe, useRecord, useSession } from "./hooks.ts";
import { useNotices } from "./notice-store.ts";
import { RestedStore } from "./rested-store.ts";
import type { StatementSession } from "./statement-session.ts";

type Items = RestedStore<readonly ToLookAt[]>;

const stores = new WeakMap<StatementSession, Items>();

function storeOf(session: StatementSession): Items {
  let store = stores.get(session);
  if (!store) {
    store = new RestedStore(
      session,
      () => new KeptItemsToLookAt(session.me),
      () => session.me,
    );
    stores.set(session, store);
  }
  return store;
}

/** Conversations first, then items. The same list until something in it changes. */
export function useToLookAt(): readonly ToLookAt[] {
  const store = storeOf(useSession());
  const me = useMe();
  const items = useSyncExternalStore(store.subscribe, store.now);
  const { all, reading } = useNotices();
  const threads = useRecord((record) => record.threads);
  const record = useRecord((state) => state);
  return useMemo(
    // Before it is known what was read, nothing counts as new.
    () => (reading ? [...threadsToLookAt(me, record, all, reading), ...items] : items),
    // oxlint-disable-next-line react/exhaustive-deps -- of the record only conversations matter here
    [me, threads, all, reading, items],
  );
}
