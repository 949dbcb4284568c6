/** Which items stand in the window or not far from it: of hundreds of cards only theirs are drawn. */
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { itemElementId } from "../connection/item-address.ts";

/** How far above and below the window is still near. */
const margin = "50% 0px";

/**
 * Kept up while one scrolls and while rows come and go.
 * @param isOn false: all count as near, which costs nothing
 * @returns ids of those near, the same set until it changes; null for all
 */
export function useNearItems(
  itemIds: readonly string[],
  isOn: boolean,
): ReadonlySet<string> | null {
  const [near, setNear] = useState<ReadonlySet<string>>(nobody);
  const watch = useRef<NearItems | null>(null);
  const wanted = useRef(itemIds);

  useEffect(() => {
    if (!isOn) return undefined;
    const mine = new NearItems(setNear);
    watch.current = mine;
    mine.want(wanted.current);
    // Rows that come make the page longer; those that go make it shorter.
    const sizes = new ResizeObserver(() => mine.look());
    sizes.observe(document.body);
    return () => {
      sizes.disconnect();
      mine.close();
      watch.current = null;
      setNear(nobody);
    };
  }, [isOn]);

  useLayoutEffect(() => {
    wanted.current = itemIds;
    watch.current?.want(itemIds);
  }, [itemIds]);
  return isOn ? near : null;
}

const nobody: ReadonlySet<string> = new Set();

/** Watches the groups that rows stand in, and only of those that are near each row: whatever is watched costs every frame. */
class NearItems {
  readonly #tell: (near: ReadonlySet<string>) => void;
  readonly #observer: IntersectionObserver;
  #wanted: ReadonlySet<string> = nobody;
  /** The wanted rows of each group, all of them watched. */
  #groups: ReadonlyMap<Element, readonly HTMLElement[]> = new Map();
  /** The wanted rows of the groups that are near. */
  #rows: ReadonlySet<HTMLElement> = new Set();
  /** Groups and rows, of those that are watched. */
  #near: ReadonlySet<Element> = new Set();
  #told: ReadonlySet<string> = nobody;

  constructor(tell: (near: ReadonlySet<string>) => void) {
    this.#tell = tell;
    this.#observer = new IntersectionObserver(this.#onMoved, { rootMargin: margin });
  }

  want(itemIds: readonly string[]): void {
    this.#wanted = new Set(itemIds);
    this.look();
  }

  /** Watches the rows that have come since, and no longer those that are gone. */
  look(): void {
    const groups = new Map<Element, HTMLElement[]>();
    for (const id of this.#wanted) {
      const row = document.getElementById(itemElementId(id));
      const group = row?.closest(".row-group");
      if (!row || !group) continue;
      const rows = groups.get(group);
      if (rows) rows.push(row);
      else groups.set(group, [row]);
    }
    this.#watch(this.#groups.keys(), groups);
    this.#groups = groups;
    this.#watchRows();
  }

  close(): void {
    this.#observer.disconnect();
  }

  readonly #onMoved = (entries: readonly IntersectionObserverEntry[]): void => {
    const near = new Set(this.#near);
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) near.add(target);
      else near.delete(target);
    }
    this.#near = near;
    this.#watchRows();
  };

  #watchRows(): void {
    const rows = new Set<HTMLElement>();
    for (const [group, its] of this.#groups)
      if (this.#near.has(group)) for (const row of its) rows.add(row);
    this.#watch(this.#rows, rows);
    this.#rows = rows;
    this.#near = new Set(
      [...this.#near].filter((one) => this.#groups.has(one) || rows.has(one as HTMLElement)),
    );
    this.#tellOf([...rows].filter((row) => this.#near.has(row)));
  }

  #watch(
    before: Iterable<Element>,
    now: { has(one: Element): boolean; keys(): Iterable<Element> },
  ): void {
    const watched = new Set(before);
    for (const one of watched) if (!now.has(one)) this.#observer.unobserve(one);
    for (const one of now.keys()) if (!watched.has(one)) this.#observer.observe(one);
  }

  #tellOf(rows: readonly HTMLElement[]): void {
    const ids = new Set(rows.flatMap(({ dataset: { item = [] } }) => item));
    if (ids.size === this.#told.size && [...ids].every((id) => this.#told.has(id))) return;
    this.#told = ids;
    this.#tell(ids);
  }
}
