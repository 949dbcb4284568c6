/**
 * A map of which a changed copy costs what changed, not what it holds: entries lie in pieces in the order
 * in which their keys first came, and a copy shares all pieces but those it writes in. Promises to say what
 * a `Map` would, except that a key that was deleted and comes back comes back to its old place.
 */

/** Entries in a piece. A copy for one change copies one piece, and a list of all pieces. */
const pieceSize = 128;

type Entry<V> = readonly [key: string, value: V];

/** Where keys lie: true of all copies that follow on from one another, which only ever add to it. */
interface Places {
  readonly byKey: Map<string, number>;
  used: number;
}

export class PiecedMap<V> implements ReadonlyMap<string, V> {
  #places: Places = { byKey: new Map(), used: 0 };
  /** A deleted entry leaves its place empty. */
  #pieces: (Entry<V> | undefined)[][] = [];
  #used = 0;
  #size = 0;
  /** Numbers of the pieces that no other copy has. */
  #own = new Set<number>();

  static from<V>(map: ReadonlyMap<string, V>): PiecedMap<V> {
    const made = new PiecedMap<V>();
    for (const [key, value] of map) made.set(key, value);
    return made;
  }

  /** To be changed while this one stays as it is; this one must not be changed any more. */
  copy(): PiecedMap<V> {
    const copy = new PiecedMap<V>();
    copy.#places = this.#places;
    copy.#pieces = [...this.#pieces];
    copy.#used = this.#used;
    copy.#size = this.#size;
    return copy;
  }

  get size(): number {
    return this.#size;
  }

  get(key: string): V | undefined {
    return this.#entryOf(key)?.[1];
  }

  has(key: string): boolean {
    return this.#entryOf(key) !== undefined;
  }

  set(key: string, value: V): void {
    const known = this.#placeOf(key);
    const place = known ?? this.#addPlace(key);
    const isNew = known === undefined || this.#entryAt(place) === undefined;
    this.#write(place, [key, value]);
    if (isNew) this.#size += 1;
  }

  delete(key: string): void {
    const place = this.#placeOf(key);
    if (place === undefined || this.#entryAt(place) === undefined) return;
    this.#write(place, undefined);
    this.#size -= 1;
  }

  *entries(): Generator<[string, V], undefined> {
    for (const piece of this.#pieces) {
      for (const entry of piece) if (entry) yield [entry[0], entry[1]];
    }
    return undefined;
  }

  *keys(): Generator<string, undefined> {
    for (const [key] of this.entries()) yield key;
    return undefined;
  }

  *values(): Generator<V, undefined> {
    for (const [, value] of this.entries()) yield value;
    return undefined;
  }

  [Symbol.iterator](): Generator<[string, V], undefined> {
    return this.entries();
  }

  forEach(tell: (value: V, key: string, map: ReadonlyMap<string, V>) => void): void {
    for (const [key, value] of this.entries()) tell(value, key, this);
  }

  #entryOf(key: string): Entry<V> | undefined {
    const place = this.#placeOf(key);
    return place === undefined ? undefined : this.#entryAt(place);
  }

  /** Places that a later copy added are none of this one's. */
  #placeOf(key: string): number | undefined {
    const place = this.#places.byKey.get(key);
    return place !== undefined && place < this.#used ? place : undefined;
  }

  #entryAt(place: number): Entry<V> | undefined {
    return this.#pieces[Math.floor(place / pieceSize)]?.[place % pieceSize];
  }

  #addPlace(key: string): number {
    // Another copy of the same map went on from here: from now on each has places of its own.
    if (this.#places.used !== this.#used) this.#places = this.#ownPlaces();
    const place = this.#used;
    this.#places.byKey.set(key, place);
    this.#used += 1;
    this.#places.used = this.#used;
    return place;
  }

  #ownPlaces(): Places {
    const own = [...this.#places.byKey].filter(([, place]) => place < this.#used);
    return { byKey: new Map(own), used: this.#used };
  }

  #write(place: number, entry: Entry<V> | undefined): void {
    const number = Math.floor(place / pieceSize);
    if (!this.#own.has(number)) {
      this.#pieces[number] = [...(this.#pieces[number] ?? [])];
      this.#own.add(number);
    }
    const piece = this.#pieces[number];
    if (piece) piece[place % pieceSize] = entry;
  }
}
