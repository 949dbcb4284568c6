/**
 * Where a struct stands: in which list, or at which key of which map. Yjs takes a struct's word for
 * it and looks at only one of its neighbours; which one depends on what each document has already
 * forgotten, so a struct whose neighbours stand in different places would part the documents.
 */
import * as Y from "yjs";
import type { Struct } from "./write-update.ts";

/** What is asked of the text around structs. */
export interface Around {
  /** A struct that is here already, or that came in with or before this one. */
  structAt(id: Y.ID): Struct | undefined;
  /** Where a struct stands, when that was found out before. */
  placeOf(struct: Struct): string | undefined;
}

/** Everything within something that was deleted is in this one place. */
const gone = "gone";

/** Asks where structs stand. Remembers the answers, so that a long line of structs is walked once. */
export class Places {
  readonly #around: Around;
  readonly #found = new Map<Struct, string>();

  constructor(around: Around) {
    this.#around = around;
  }

  /** Of the structs that are in no document yet. */
  get found(): ReadonlyMap<Struct, string> {
    return this.#found;
  }

  /** The place, or null when its neighbours contradict each other or its parent holds nothing. */
  of(struct: Struct): string | null {
    if (!(struct instanceof Y.Item)) return gone;
    // One that is applied holds its parent itself.
    const { parent, parentSub } = struct;
    if (parent instanceof Y.AbstractType) return nameOf(ownerOf(parent), parentSub);
    const known = this.#found.get(struct) ?? this.#around.placeOf(struct);
    if (known !== undefined) return known;
    const place = this.#find(struct);
    if (place !== null) this.#found.set(struct, place);
    return place;
  }

  #find({ origin, rightOrigin, parent, parentSub }: Y.Item): string | null {
    const left = this.#ofNeighbour(origin);
    const right = this.#ofNeighbour(rightOrigin);
    if (left !== undefined && right !== undefined) return left === right ? left : null;
    if (left !== undefined || right !== undefined) return left ?? right ?? null;
    if (typeof parent === "string") return nameOf(parent, parentSub);
    const owner = parent instanceof Y.ID ? this.#around.structAt(parent) : undefined;
    if (!(owner instanceof Y.Item) || isDeleted(owner)) return gone;
    return owner.content instanceof Y.ContentType ? nameOf(owner, parentSub) : null;
  }

  #ofNeighbour(id: Y.ID | null): string | null | undefined {
    if (id === null) return undefined;
    const struct = this.#around.structAt(id);
    return struct ? this.of(struct) : null;
  }
}

/** One that is in no document yet says so only by its content. */
function isDeleted(item: Y.Item): boolean {
  return item.deleted || item.content instanceof Y.ContentDeleted;
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
