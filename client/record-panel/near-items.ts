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

class NearItems {
  readonly #tell: (near: ReadonlySet<string>) => void;
  readonly #observer: IntersectionObserver;
  readonly #elements = new Map<string, HTMLElement>();
  #wanted: ReadonlySet<string> = nobody;
  #near: ReadonlySet<string> = nobody;

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
    const gone = new Set<string>();
    for (const [id, element] of this.#elements) {
      if (element.isConnected && this.#wanted.has(id)) continue;
      this.#observer.unobserve(element);
      this.#elements.delete(id);
      gone.add(id);
    }
    for (const id of this.#wanted) {
      if (this.#elements.has(id)) continue;
      const element = document.getElementById(itemElementId(id));
      if (!element) continue;
      this.#elements.set(id, element);
      this.#observer.observe(element);
    }
    this.#keep(new Set([...this.#near].filter((id) => !gone.has(id))));
  }

  close(): void {
    this.#observer.disconnect();
  }

  readonly #onMoved = (entries: readonly IntersectionObserverEntry[]): void => {
    const near = new Set(this.#near);
    for (const { target, isIntersecting } of entries) {
      const id = target instanceof HTMLElement ? target.dataset["item"] : undefined;
      if (id === undefined) continue;
      if (isIntersecting) near.add(id);
      else near.delete(id);
    }
    this.#keep(near);
  };

  #keep(near: ReadonlySet<string>): void {
    if (near.size === this.#near.size && [...near].every((id) => this.#near.has(id))) return;
    this.#near = near;
    this.#tell(near);
  }
}
