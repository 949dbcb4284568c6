/** What a statement's record comes to: threads, links, references, decisions and people. */
import type { Anchor } from "./anchors.ts";
import type { Role } from "./access.ts";
import { chainStart, type ChainHead, type Entry } from "./entry.ts";
import type { Seen } from "./seen.ts";

/** Who did something and when. */
export interface Deed {
  readonly personId: string;
  readonly boroughId: string;
  /** ISO 8601. */
  readonly at: string;
  /** Number of the entry. */
  readonly number: number;
}

export interface Comment extends Deed {
  readonly id: string;
  readonly text: string;
  readonly edited: Deed | null;
  /** Withdrawn comments keep their place without their words. */
  readonly withdrawn: Deed | null;
}

/** "These words meet that need." */
export interface Meets {
  /** The need or outcome that is met. */
  readonly needId: string;
  readonly how: How;
  readonly because: string;
  /** What requirement and need said when it was last said to hold. */
  readonly seen: { readonly requirement: Seen; readonly need: Seen };
  readonly confirmed: Deed;
  readonly withdrawn: (Deed & { readonly why: string }) | null;
}

export type How = "fully" | "partly";

/** A conversation about words; with `meets`, a link to a need. */
export interface Thread {
  readonly id: string;
  readonly anchor: Anchor;
  readonly started: Deed;
  readonly comments: readonly Comment[];
  readonly closed: (Deed & { readonly note: string }) | null;
  readonly meets: Meets | null;
}

/** A person as the record knows them; those who left stay, so that names can be shown. */
export interface RecordedPerson {
  readonly id: string;
  readonly name: string;
  readonly boroughId: string;
  readonly boroughName: string;
  readonly role: Role;
  readonly agrees: boolean;
  readonly removed: Deed | null;
}

/** "On purpose, because…" */
export interface Decision extends Deed {
  readonly why: string;
}

export interface RecordState {
  readonly head: ChainHead;
  readonly threads: ReadonlyMap<string, Thread>;
  /** Ids of the threads anchored in an item, oldest first. */
  readonly threadsByItem: ReadonlyMap<string, readonly string[]>;
  /** Ids of the links that name a need, oldest first. */
  readonly linksByNeed: ReadonlyMap<string, readonly string[]>;
  /** Item id → reference: `R-27`. */
  readonly references: ReadonlyMap<string, string>;
  /** Reference → item id. */
  readonly itemsByReference: ReadonlyMap<string, string>;
  /** Highest number given for each letter. */
  readonly lastNumbers: ReadonlyMap<string, number>;
  /** Needs left out on purpose. */
  readonly leftOut: ReadonlyMap<string, Decision>;
  /** Requirements that need no need. */
  readonly needsNone: ReadonlyMap<string, Decision>;
  readonly people: ReadonlyMap<string, RecordedPerson>;
  /** Invitation id → who joined by it and when, oldest first. */
  readonly joinsByInvitation: ReadonlyMap<string, readonly Deed[]>;
}

export const emptyRecord: RecordState = {
  head: chainStart,
  threads: new Map(),
  threadsByItem: new Map(),
  linksByNeed: new Map(),
  references: new Map(),
  itemsByReference: new Map(),
  lastNumbers: new Map(),
  leftOut: new Map(),
  needsNone: new Map(),
  people: new Map(),
  joinsByInvitation: new Map(),
};

export function deedOf(entry: Entry): Deed {
  return {
    personId: entry.personId,
    boroughId: entry.boroughId,
    at: entry.at,
    number: entry.number,
  };
}

type MapName = Exclude<keyof RecordState, "head">;
type Value<Name extends MapName> =
  RecordState[Name] extends ReadonlyMap<string, infer V> ? V : never;

/** A state being folded: copies a map the first time something in it changes. */
export class RecordDraft {
  #state: RecordState;
  #copied = new Set<MapName>();

  constructor(state: RecordState) {
    this.#state = state;
  }

  get now(): RecordState {
    return this.#state;
  }

  set<Name extends MapName>(name: Name, key: string, value: Value<Name>): void {
    (this.#own(name) as Map<string, Value<Name>>).set(key, value);
  }

  delete(name: MapName, key: string): void {
    (this.#own(name) as Map<string, unknown>).delete(key);
  }

  /** Changes a thread that exists; one that does not is ignored. */
  changeThread(id: string, change: (thread: Thread) => Thread): void {
    const thread = this.#state.threads.get(id);
    if (thread) this.set("threads", id, change(thread));
  }

  /** Changes a person who joined; one who did not is ignored. */
  changePerson(id: string, change: (person: RecordedPerson) => RecordedPerson): void {
    const person = this.#state.people.get(id);
    if (person) this.set("people", id, change(person));
  }

  addJoin(invitationId: string, join: Deed): void {
    const joins = this.#state.joinsByInvitation.get(invitationId) ?? [];
    this.set("joinsByInvitation", invitationId, [...joins, join]);
  }

  addThread(thread: Thread): void {
    if (this.#state.threads.has(thread.id)) return;
    this.set("threads", thread.id, thread);
    this.#append("threadsByItem", thread.anchor.itemId, thread.id);
    if (thread.meets) this.#append("linksByNeed", thread.meets.needId, thread.id);
  }

  finish(head: ChainHead): RecordState {
    return { ...this.#state, head };
  }

  #append(name: "threadsByItem" | "linksByNeed", key: string, id: string): void {
    this.set(name, key, [...(this.#state[name].get(key) ?? []), id]);
  }

  #own(name: MapName): ReadonlyMap<string, unknown> {
    if (!this.#copied.has(name)) {
      this.#state = { ...this.#state, [name]: new Map<string, unknown>(this.#state[name]) };
      this.#copied.add(name);
    }
    return this.#state[name];
  }
}
