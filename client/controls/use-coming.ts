/**
 * Has the rows drawn that are still to come: what is near the window first, the rest while the page has a moment,
 * after those are taken out that are leaving.
 * Promises that the groups near the window, and no others, have the attribute `data-near`.
 */
import { startTransition, useEffect, useState } from "react";
import { waitingIn, type ComingRows } from "./coming-rows.ts";
import { onIdle } from "./on-idle.ts";

/** A page that is never idle gets its rest all the same. */
const longestWaitMs = 200;
/** Groups that are drawn in one go: some hundred rows, a hundredth of a second. */
const eachTime = 3;
/** How far outside of the window somebody may be about to scroll. */
const near = "800px 0px";

/**
 * @param drawGroups the same function always, as `letGroupsGo`
 * @returns what a group calls with its element, and gives back what to call when it goes
 */
export function useComing(
  coming: ComingRows<unknown>,
  drawGroups: (keys: readonly number[]) => void,
  letGroupsGo: (count: number) => void,
): (element: HTMLElement, key: number) => () => void {
  const [observer] = useState(() => new NearObserver(drawGroups));
  useEffect(() => {
    const waiting = waitingIn(coming);
    if (waiting.length === 0 && coming.leaving.length === 0) return undefined;
    const next = (): void =>
      startTransition(() => {
        if (coming.leaving.length > 0) letGroupsGo(eachTime);
        else drawGroups(waiting.slice(0, eachTime));
      });
    return onIdle(next, longestWaitMs);
  }, [coming, drawGroups, letGroupsGo]);
  return observer.watch;
}

class NearObserver {
  readonly #keys = new Map<Element, number>();
  readonly #observer: IntersectionObserver;

  constructor(drawGroups: (keys: readonly number[]) => void) {
    this.#observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries)
          target.toggleAttribute("data-near", isIntersecting);
        const come = entries
          .filter(({ isIntersecting }) => isIntersecting)
          .flatMap(({ target }) => this.#keys.get(target) ?? []);
        if (come.length > 0) drawGroups(come.slice(0, eachTime));
      },
      { rootMargin: near },
    );
  }

  readonly watch = (element: Element, key: number): (() => void) => {
    this.#keys.set(element, key);
    this.#observer.observe(element);
    return () => {
      this.#observer.unobserve(element);
      this.#keys.delete(element);
    };
  };
}
