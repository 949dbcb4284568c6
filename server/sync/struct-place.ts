/**
 * Where a struct stands: in which list, or at which key of which map. Yjs takes a struct's word for
 * it and looks at only one of its neighbours; which one depends on what each document has already
 * forgotten, so a struct whose neighbours stand in different places would part the documents.
 */
import * as Y from "yjs";
import type { Struct } from "./write-update.ts";

/** A struct that is here already, or that came in with or before this one. */
export type StructAt = (id: Y.ID) => Struct | undefined;

/** Everything within something that was deleted is in this one place. */
const gone = "gone";

/** Asks where structs stand. Remembers the answers, so that a long line of structs is walked once. */
export class Places {
  readonly #structAt: StructAt;
  readonly #known = new Map<Struct, string | null>();

  constructor(structAt: StructAt) {
    this.#structAt = structAt;
  }

  /** The place, or null when its neighbours contradict each other or its parent holds nothing. */
  of(struct: Struct): string | null {
    let place = this.#known.get(struct);
    if (place === undefined) {
      place = struct instanceof Y.Item ? this.#find(struct) : gone;
      this.#known.set(struct, place);
    }
    return place;
  }

  #find({ origin, rightOrigin, parent, parentSub }: Y.Item): string | null {
    // One that is applied holds its parent itself.
    if (parent instanceof Y.AbstractType) return nameOf(ownerOf(parent), parentSub);
    const left = this.#ofNeighbour(origin);
    const right = this.#ofNeighbour(rightOrigin);
    if (left !== undefined && right !== undefined) return left === right ? left : null;
    if (left !== undefined || right !== undefined) return left ?? right ?? null;
    if (typeof parent === "string") return nameOf(parent, parentSub);
    const owner = parent instanceof Y.ID ? this.#structAt(parent) : undefined;
    if (!(owner instanceof Y.Item) || owner.deleted) return gone;
    return owner.content instanceof Y.ContentType ? nameOf(owner, parentSub) : null;
  }

  #ofNeighbour(id: Y.ID | null): string | null | undefined {
    if (id === null) return undefined;
    const struct = this.#structAt(id);
    return struct ? this.of(struct) : null;
  }
}

/** What holds a type: a struct, or one of the document's roots. */
function ownerOf(type: Y.AbstractType<unknown>): string | Y.Item {
  // oxlint-disable-next-line no-underscore-dangle -- Yjs has no other way up
  return type._item ?? Y.findRootTypeKey(type);
}

function nameOf(owner: string | Y.Item, parentSub: string | null): string {
  if (typeof owner === "string") return JSON.stringify([owner, parentSub]);
  if (owner.deleted) return gone;
  return JSON.stringify([owner.id.client, owner.id.clock, parentSub]);
}
