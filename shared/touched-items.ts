/** Which items a change touched: found from the ids of its structs, after it was applied. */
import * as Y from "yjs";
import { itemsOf } from "./items.ts";

/** A run of ids of one client: `clock` up to, not including, `clock + len`. */
export interface Run {
  readonly client: number;
  readonly clock: number;
  readonly len: number;
}

/** Where something lies: in which item, and by which keys from there; no key when it is the whole item. */
export interface Place {
  readonly itemId: string;
  /** As in `["fields", "statement"]`. */
  readonly keys: readonly string[];
}

/** Ids of the items that `runs` lie in. Text that Yjs has forgotten since (deleted with what it stood in) counts for that. */
export function touchedBy(doc: Y.Doc, runs: Iterable<Run>): ReadonlySet<string> {
  return new Set(placesOf(doc, runs).map(({ itemId }) => itemId));
}

/** Where `runs` lie, as often as they have structs. */
export function placesOf(doc: Y.Doc, runs: Iterable<Run>): readonly Place[] {
  // Named before its structs are looked at: a root that nobody has asked for yet is replaced then.
  const items = itemsOf(doc);
  const places: Place[] = [];
  for (const run of runs) {
    for (const struct of structsIn(doc, run)) {
      const place = struct instanceof Y.Item ? placeOf(struct, items) : null;
      if (place) places.push(place);
    }
  }
  return places;
}

/** The structs of a document that hold any part of `run`. */
export function structsIn(doc: Y.Doc, { client, clock, len }: Run): (Y.Item | Y.GC)[] {
  const structs = doc.store.clients.get(client);
  if (!structs || clock >= Y.getState(doc.store, client)) return [];
  const found: (Y.Item | Y.GC)[] = [];
  for (let index = Y.findIndexSS(structs, clock); index < structs.length; index += 1) {
    const struct = structs[index];
    if (!struct || struct.id.clock >= clock + len) break;
    found.push(struct);
  }
  return found;
}

/** Null when it lies in another root than that of the items. */
function placeOf(struct: Y.Item, items: ReturnType<typeof itemsOf>): Place | null {
  const keys: string[] = [];
  for (let holder: Y.Item | null = struct; holder;) {
    const { parent, parentSub }: Y.Item = holder;
    if (parent === items) return parentSub === null ? null : { itemId: parentSub, keys };
    // What stands in a text is part of it, with all that it holds.
    if (parentSub === null) keys.length = 0;
    else keys.unshift(parentSub);
    // oxlint-disable-next-line no-underscore-dangle -- Yjs has no other way up
    holder = parent instanceof Y.AbstractType ? parent._item : null;
  }
  return null;
}

/** What `doc` has and `other` lacks, deletions left out. */
export function* runsBeyond(doc: Y.Doc, other: Y.Doc): Generator<Run> {
  for (const [client, known] of Y.decodeStateVector(Y.encodeStateVector(doc))) {
    const clock = Y.getState(other.store, client);
    if (clock < known) yield { client, clock, len: known - clock };
  }
}

/** Everything an update inserts and deletes. */
export function* runsIn(bytes: Uint8Array): Generator<Run> {
  const { structs, ds } = Y.decodeUpdate(bytes);
  for (const { id, length } of structs) yield { client: id.client, clock: id.clock, len: length };
  for (const [client, runs] of ds.clients) {
    for (const { clock, len } of runs) yield { client, clock, len };
  }
}
