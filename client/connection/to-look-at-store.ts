/** What waits for the person at this page to look at, kept up while people write and talk. */
import { useMemo, useSyncExternalStore } from "react";
import {
  KeptItemsToLookAt,
  threadsToLookAt,
  versionToLookAt,
  type ToLookAt,
} from "../../shared/to-look-at.ts";
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

/** A version to sign off first, then conversations, then items. The same list until something in it changes. */
export function useToLookAt(): readonly ToLookAt[] {
  const store = storeOf(useSession());
  const me = useMe();
  const items = useSyncExternalStore(store.subscribe, store.now);
  const { all, reading } = useNotices();
  const threads = useRecord((record) => record.threads);
  const versions = useRecord((record) => record.versions);
  const record = useRecord((state) => state);
  return useMemo(
    // Before it is known what was read, nothing counts as new.
    () => [
      ...versionToLookAt(me, record),
      ...(reading ? threadsToLookAt(me, record, all, reading) : []),
      ...items,
    ],
    // oxlint-disable-next-line react/exhaustive-deps -- of the record only these matter here
    [me, threads, versions, all, reading, items],
  );
}
