/** What a statement's record comes to: threads, links, references, decisions and people. */
import type { AboutBorough } from "./about-borough.ts";
import type { Role } from "./access.ts";
import type { Deed } from "./deed.ts";
import { chainStart, type ChainHead } from "./entry.ts";
import { PiecedMap } from "./pieced-map.ts";
import type { Position } from "./position.ts";
import type { Thread } from "./thread.ts";
import type { Restore, Version } from "./version.ts";

/** A person as the record knows them; those who left stay, so that names can be shown. */
export interface RecordedPerson {
  readonly id: string;
  readonly name: string;
  readonly boroughId: string;
  readonly boroughName: string;
  readonly role: Role;
  readonly agrees: boolean;
  /** The last time that they came in. */
  readonly joined: Deed;
  readonly removed: Deed | null;
}

/** Items that came in from a file. */
export interface ImportDone extends Deed {
  readonly id: string;
  readonly fileName: string;
  readonly added: number;
  readonly changed: number;
  readonly canUndo: boolean;
  readonly undone: Deed | null;
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
  /** Item id → borough id → what it says about the item now. */
  readonly positions: ReadonlyMap<string, ReadonlyMap<string, Position>>;
  /** The same for what somebody proposes that their borough says. */
  readonly proposedPositions: ReadonlyMap<string, ReadonlyMap<string, Position>>;
  /** Item id → wording check → why its hint does not matter there. */
  readonly dismissedHints: ReadonlyMap<string, ReadonlyMap<string, Decision>>;
  readonly people: ReadonlyMap<string, RecordedPerson>;
  /** What boroughs say of themselves. */
  readonly boroughs: ReadonlyMap<string, AboutBorough>;
  /** Invitation id → who joined by it and when, oldest first. */
  readonly joinsByInvitation: ReadonlyMap<string, readonly Deed[]>;
  /** Number, as words → version. */
  readonly versions: ReadonlyMap<string, Version>;
  /** Number of its entry, as words → what was restored from a version. */
  readonly restores: ReadonlyMap<string, Restore>;
  /** Import id → what came in from a file, oldest first. */
  readonly imports: ReadonlyMap<string, ImportDone>;
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
  positions: new Map(),
  proposedPositions: new Map(),
  dismissedHints: new Map(),
  people: new Map(),
  boroughs: new Map(),
  joinsByInvitation: new Map(),
  versions: new Map(),
  restores: new Map(),
  imports: new Map(),
};

type MapName = Exclude<keyof RecordState, "head">;
type Value<Name extends MapName> =
  RecordState[Name] extends ReadonlyMap<string, infer V> ? V : never;

/** Maps that say something of an item under its id. */
const saidOfItem: ReadonlySet<MapName> = new Set([
  "references",
  "leftOut",
  "needsNone",
  "positions",
  "proposedPositions",
  "dismissedHints",
]);

/** A state being folded: of a map in which something changes the piece is copied, not the map. */
export class RecordDraft {
  #state: RecordState;
  readonly #touched: Set<string>;
  readonly #own = new Map<MapName, PiecedMap<unknown>>();

  /** @param touched gets the ids of the items of which the record then says something else */
  constructor(state: RecordState, touched: Set<string> = new Set()) {
    this.#state = state;
    this.#touched = touched;
  }

  get now(): RecordState {
    return this.#state;
  }

  set<Name extends MapName>(name: Name, key: string, value: Value<Name>): void {
    if (name === "threads") this.#touchEnds(value as Thread);
    if (saidOfItem.has(name)) this.#touched.add(key);
    this.#ownOf(name).set(key, value);
  }

  delete(name: MapName, key: string): void {
    if (saidOfItem.has(name)) this.#touched.add(key);
    this.#ownOf(name).delete(key);
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

  #touchEnds({ anchor, meets }: Thread): void {
    this.#touched.add(anchor.itemId);
    if (meets) this.#touched.add(meets.needId);
  }

  #append(name: "threadsByItem" | "linksByNeed", key: string, id: string): void {
    this.set(name, key, [...(this.#state[name].get(key) ?? []), id]);
  }

  #ownOf(name: MapName): PiecedMap<unknown> {
    const known = this.#own.get(name);
    if (known) return known;
    const map: ReadonlyMap<string, unknown> = this.#state[name];
    const own = map instanceof PiecedMap ? map.copy() : PiecedMap.from(map);
    this.#own.set(name, own);
    this.#state = { ...this.#state, [name]: own };
    return own;
  }
}

/** The same as plain data, to be sent to a thread. */
export function plainRecord({ head, ...maps }: RecordState): RecordState {
  const plain = Object.entries(maps).map(([name, map]) => [name, new Map<string, unknown>(map)]);
  return { head, ...(Object.fromEntries(plain) as typeof maps) };
}
