/**
 * Who is in which item. Promises a row the same list until somebody comes to it or leaves it, and to
 * tell only the rows where that happened, however many there are.
 */
import { useCallback, useSyncExternalStore } from "react";
import { useSession } from "./hooks.ts";
import { ListenersByKey } from "./listeners-by-key.ts";
import type { PersonHere, PresenceStore } from "./presence-store.ts";

const nobody: readonly PersonHere[] = [];

export function usePeopleAt(itemId: string): readonly PersonHere[] {
  const { presence } = useSession();
  const people = peopleOf(presence);
  const subscribe = useCallback(
    (listener: () => void) => people.subscribe(itemId, listener),
    [people, itemId],
  );
  return useSyncExternalStore(subscribe, () => people.at(itemId));
}

/** Whether somebody else is in one of the items. @param itemIds the same array until they change */
export function useIsAnybodyAmong(itemIds: readonly string[]): boolean {
  const { presence } = useSession();
  const people = peopleOf(presence);
  const subscribe = useCallback(
    (listener: () => void) => {
      const ends = itemIds.map((itemId) => people.subscribe(itemId, listener));
      return () => {
        for (const end of ends) end();
      };
    },
    [people, itemIds],
  );
  return useSyncExternalStore(subscribe, () => itemIds.some((id) => people.at(id).length > 0));
}

export class PeopleAtItems {
  readonly #presence: PresenceStore;
  readonly #listeners = new ListenersByKey();
  #others: readonly PersonHere[] = [];
  #byItem: ReadonlyMap<string, readonly PersonHere[]> = new Map();

  constructor(presence: PresenceStore) {
    this.#presence = presence;
    // For as long as the session: both go together.
    presence.subscribe(() => this.#look());
    this.#look();
  }

  at(itemId: string): readonly PersonHere[] {
    return this.#byItem.get(itemId) ?? nobody;
  }

  subscribe(itemId: string, listener: () => void): () => void {
    return this.#listeners.add(itemId, listener);
  }

  #look(): void {
    const others = this.#presence.others();
    if (others === this.#others) return;
    this.#others = others;
    const before = this.#byItem;
    const byItem = new Map<string, readonly PersonHere[]>();
    for (const person of others) {
      const itemId = person.place?.itemId;
      if (itemId !== undefined) byItem.set(itemId, [...(byItem.get(itemId) ?? []), person]);
    }
    for (const [itemId, people] of byItem) {
      const same = before.get(itemId);
      if (same && samePeople(same, people)) byItem.set(itemId, same);
    }
    this.#byItem = byItem;
    for (const itemId of new Set([...before.keys(), ...byItem.keys()]))
      if (before.get(itemId) !== byItem.get(itemId)) this.#listeners.tell(itemId);
  }
}

const stores = new WeakMap<PresenceStore, PeopleAtItems>();

function peopleOf(presence: PresenceStore): PeopleAtItems {
  const store = stores.get(presence) ?? new PeopleAtItems(presence);
  stores.set(presence, store);
  return store;
}

/** Where in the item they are does not matter here. */
function samePeople(a: readonly PersonHere[], b: readonly PersonHere[]): boolean {
  return (
    a.length === b.length &&
    a.every((person, at) => {
      const other = b[at];
      return person.clientId === other?.clientId && person.name === other.name;
    })
  );
}
