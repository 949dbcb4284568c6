/**
 * What a list over a whole statement is made of: the rows that each item gives rise to, in order, kept by
 * difference. Promises that a change costs what it touches: only the items that are named are looked at,
 * the rows of all others stay where and what they are, and numbers over all rows go up and down by the
 * rows that come and go. What comes of it is the same as from nothing, whatever came before.
 */
import type { Item } from "./items.ts";
import type { RecordState } from "./record-state.ts";

/** A statement as it is now, of which one item after the other is asked for. */
export interface StatementNow {
  readonly item: (id: string) => Item | undefined;
  readonly record: RecordState;
}

/** Something worked out from a whole statement and kept up while it changes. */
export interface Kept<Result> {
  /**
   * What it comes to now; the same object as before when nothing in it changed.
   * @param touched at the first time `everyId`, then the ids of the items that were written in, or of
   * which the record says something else, since the last time; more do no harm
   */
  update(touched: Iterable<string>, now: StatementNow): Result;
}

/** Works it out from nothing. */
export function workOut<Result>(
  kept: Kept<Result>,
  items: readonly Item[],
  record: RecordState,
): Result {
  const itemsById = new Map(items.map((item) => [item.id, item]));
  return kept.update(everyId(itemsById.keys(), record), {
    item: (id) => itemsById.get(id),
    record,
  });
}

/** Ids of all items, also of those that are not here and that conversations are about all the same. */
export function everyId(itemIds: Iterable<string>, record: RecordState): ReadonlySet<string> {
  return new Set([...itemIds, ...record.threadsByItem.keys()]);
}

/** A row and where it stands: by rank, by order, then by id, which no two rows share. */
export interface Placed<Row> {
  readonly row: Row;
  readonly rank: number;
  readonly order: string;
  readonly id: string;
}

/** Counts a row that comes (1) or goes (-1). */
export type Tally<Row> = (row: Row, by: 1 | -1) => void;

export class KeptRows<Row> {
  readonly #tally: Tally<Row>;
  readonly #placedByItem = new Map<string, readonly Placed<Row>[]>();
  /** In order, each beside its row in `#rows`. */
  #placed: Placed<Row>[] = [];
  #rows: readonly Row[] = [];

  constructor(tally: Tally<Row> = () => {}) {
    this.#tally = tally;
  }

  /** In order. The same array until a row comes, goes or moves. */
  all(): readonly Row[] {
    return this.#rows;
  }

  /** Of an item that gives rise to one at most. */
  of(itemId: string): Row | undefined {
    return this.#placedByItem.get(itemId)?.[0]?.row;
  }

  /** The rows with their places, in order. */
  placed(): readonly Placed<Row>[] {
    return this.#placed;
  }

  /**
   * @param rowsOf the rows of an item as they are now, with those it had before at hand
   * @returns whether any row came, went or moved
   */
  change(
    itemIds: Iterable<string>,
    rowsOf: (itemId: string, before: readonly Placed<Row>[]) => readonly Placed<Row>[],
  ): boolean {
    const gone: Placed<Row>[] = [];
    const come: Placed<Row>[] = [];
    for (const id of itemIds) {
      const before = this.#placedByItem.get(id) ?? none;
      const now = rowsOf(id, before);
      if (areSame(before, now)) continue;
      if (now.length > 0) this.#placedByItem.set(id, now);
      else this.#placedByItem.delete(id);
      gone.push(...before);
      come.push(...now);
    }
    if (gone.length === 0 && come.length === 0) return false;
    for (const { row } of gone) this.#tally(row, -1);
    for (const { row } of come) this.#tally(row, 1);
    // Splicing moves what stands behind, which is cheap for a few rows; for many, sorting once is.
    if ((gone.length + come.length) * 16 > this.#placed.length) this.#sortAll();
    else this.#splice(gone, come);
    return true;
  }

  #sortAll(): void {
    this.#placed = [...this.#placedByItem.values()].flat().toSorted(comparePlaces);
    this.#rows = this.#placed.map(({ row }) => row);
  }

  #splice(gone: readonly Placed<Row>[], come: readonly Placed<Row>[]): void {
    const rows = [...this.#rows];
    for (const one of gone) {
      const at = this.#placeFor(one);
      this.#placed.splice(at, 1);
      rows.splice(at, 1);
    }
    for (const one of come) {
      const at = this.#placeFor(one);
      this.#placed.splice(at, 0, one);
      rows.splice(at, 0, one.row);
    }
    this.#rows = rows;
  }

  /** Where it stands, or would stand. */
  #placeFor(one: Placed<Row>): number {
    let from = 0;
    let to = this.#placed.length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      const other = this.#placed[middle];
      if (other && comparePlaces(other, one) < 0) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}

const none: readonly [] = [];

function comparePlaces(a: Placed<unknown>, b: Placed<unknown>): number {
  if (a.rank !== b.rank) return a.rank - b.rank;
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function areSame<Row>(before: readonly Placed<Row>[], now: readonly Placed<Row>[]): boolean {
  return (
    before.length === now.length &&
    before.every((one, at) => {
      const other = now[at];
      return one.row === other?.row && comparePlaces(one, other) === 0;
    })
  );
}
