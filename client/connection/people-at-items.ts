/** Who is in which item. Promises a row the same list until somebody comes to it or leaves it. */
import { useSyncExternalStore } from "react";
import { useSession } from "./hooks.ts";
import type { PersonHere, PresenceStore } from "./presence-store.ts";

interface Known {
  readonly others: readonly PersonHere[];
  readonly byItem: ReadonlyMap<string, readonly PersonHere[]>;
}

const known = new WeakMap<PresenceStore, Known>();
const nobody: readonly PersonHere[] = [];

export function usePeopleAt(itemId: string): readonly PersonHere[] {
  const { presence } = useSession();
  return useSyncExternalStore(
    (listener) => presence.subscribe(listener),
    () => peopleByItem(presence).get(itemId) ?? nobody,
  );
}

function peopleByItem(presence: PresenceStore): Known["byItem"] {
  const others = presence.others();
  const before = known.get(presence);
  if (before?.others === others) return before.byItem;
  const byItem = new Map<string, readonly PersonHere[]>();
  for (const person of others) {
    const itemId = person.place?.itemId;
    if (itemId !== undefined) byItem.set(itemId, [...(byItem.get(itemId) ?? []), person]);
  }
  for (const [itemId, people] of byItem) {
    const same = before?.byItem.get(itemId);
    if (same && samePeople(same, people)) byItem.set(itemId, same);
  }
  known.set(presence, { others, byItem });
  return byItem;
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
