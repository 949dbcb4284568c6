/**
 * Who is here and where. Promises to send only this page's own state, at most ten times a second,
 * and to believe only the name and borough that the server put beside a state.
 */
import { equalityDeep } from "lib0/function";
import type { Awareness } from "y-protocols/awareness";
import { z } from "zod";
import { boroughColour } from "./borough-colour.ts";
import { initialsOf } from "./initials.ts";
import { Listeners } from "./listeners.ts";
import { onNextFrame } from "./on-next-frame.ts";

/** Where somebody works: a field, or with `from` and `to` the words selected in it. */
export interface Place {
  readonly itemId: string;
  readonly field: string | null;
  /** Yjs relative positions, JSON as Yjs writes it; `from` is where the selection began. */
  readonly from: unknown;
  readonly to: unknown;
}

/** Somebody else, or the same person in another tab. */
export interface PersonHere {
  readonly clientId: number;
  readonly personId: string;
  readonly name: string;
  readonly boroughId: string;
  readonly boroughName: string;
  readonly colour: string;
  readonly initials: string;
  readonly place: Place | null;
}

export interface PresenceStore {
  /** By name; the same array until somebody comes, goes or moves. */
  others(): readonly PersonHere[];
  /** Says where this person works; null when nowhere. */
  setPlace(place: Place | null): void;
  subscribe(listener: () => void): () => void;
}

const placeShape = z.object({
  itemId: z.string(),
  field: z.string().nullable().catch(null),
  from: z.unknown(),
  to: z.unknown(),
});

/** `user` is written by the server, whatever the page sent. */
const stateShape = z.object({
  user: z.object({
    personId: z.string(),
    name: z.string(),
    boroughId: z.string(),
    boroughName: z.string(),
  }),
  place: placeShape.nullable().catch(null),
});

export class LivePresenceStore implements PresenceStore {
  readonly #awareness: Awareness;
  readonly #boroughIds: () => readonly string[];
  #others: readonly PersonHere[] = [];
  /** By the state as it came in: only states that changed are read again. */
  #read = new WeakMap<object, ReadState>();
  #listeners = new Listeners();
  #isWaiting = false;

  /** @param boroughIds of the statement, in the order they came: which colour a borough has */
  constructor(awareness: Awareness, boroughIds: () => readonly string[]) {
    this.#awareness = awareness;
    this.#boroughIds = boroughIds;
    awareness.on("change", this.#wait);
  }

  others(): readonly PersonHere[] {
    return this.#others;
  }

  setPlace(place: Place | null): void {
    const now = this.#awareness.getLocalState();
    if (now && equalityDeep(now["place"] ?? null, place)) return;
    this.#awareness.setLocalState({ place });
  }

  subscribe(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  close(): void {
    this.#awareness.off("change", this.#wait);
  }

  #wait = (change: AwarenessChange): void => {
    const { clientID } = this.#awareness;
    const isOthers = Object.values(change).some((ids) => ids.some((id) => id !== clientID));
    // One's own caret moves with every key, and is nobody's here.
    if (!isOthers || this.#isWaiting) return;
    this.#isWaiting = true;
    onNextFrame(() => {
      this.#isWaiting = false;
      this.#readAll();
    });
  };

  #readAll(): void {
    const boroughIds = this.#boroughIds();
    const colours = boroughIds.join(" ");
    const known = new Map(this.#others.map((person) => [person.clientId, person]));
    const others: PersonHere[] = [];
    for (const [clientId, sent] of this.#awareness.getStates()) {
      if (clientId === this.#awareness.clientID) continue;
      let read = this.#read.get(sent);
      if (read?.colours !== colours) {
        const fresh = readPerson(clientId, sent, boroughIds);
        const before = known.get(clientId) ?? null;
        read = { colours, person: equalityDeep(before, fresh) ? before : fresh };
        this.#read.set(sent, read);
      }
      if (read.person) others.push(read.person);
    }
    others.sort((a, b) => a.name.localeCompare(b.name) || a.clientId - b.clientId);
    // Who is where they were is the same object.
    const isSame = others.every((person, at) => person === this.#others[at]);
    if (isSame && others.length === this.#others.length) return;
    this.#others = others;
    this.#listeners.tell();
  }
}

/** Client ids, as y-protocols tells them. */
type AwarenessChange = Readonly<Record<"added" | "updated" | "removed", readonly number[]>>;

interface ReadState {
  readonly colours: string;
  /** Null when it is nobody's. */
  readonly person: PersonHere | null;
}

function readPerson(
  clientId: number,
  sent: unknown,
  boroughIds: readonly string[],
): PersonHere | null {
  const state = stateShape.safeParse(sent);
  if (!state.success) return null;
  const { user, place } = state.data;
  return {
    clientId,
    ...user,
    colour: boroughColour(user.boroughId, boroughIds),
    initials: initialsOf(user.name),
    place,
  };
}
