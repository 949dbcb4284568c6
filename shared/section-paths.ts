/**
 * In which sections things stand, kept up while sections come, go and move. Promises that a change of
 * the sections names the stretches of the statement that stand in others now, and no more.
 */
import type { Item } from "./items.ts";
import { compareOrder } from "./order.ts";

/** A place in the statement. */
interface Place {
  readonly order: string;
  readonly id: string;
}

/** From a section's title up to the next title of any depth. */
interface Stretch extends Place {
  readonly level: number;
  /** Ids of the sections, from the outermost. */
  readonly path: readonly string[];
}

export class SectionPaths {
  readonly #sections = new Map<string, Item>();
  /** In order. */
  #stretches: readonly Stretch[] = [];

  /**
   * Takes a section as it is now in, or anything else that is looked at.
   * @returns whether the sections are other ones than before: then `rework` has to follow
   */
  look(id: string, item: Item | undefined): boolean {
    const before = this.#sections.get(id);
    const now = item?.kind === "section" && !item.removed ? item : undefined;
    if (now) this.#sections.set(id, now);
    else this.#sections.delete(id);
    return before?.order !== now?.order || before?.level !== now?.level;
  }

  /** @returns whether a place stands in other sections than before */
  rework(): (place: Place) => boolean {
    const before = this.#stretches;
    this.#stretches = stretchesOf([...this.#sections.values()].toSorted(compareOrder), before);
    const now = this.#stretches;
    return (place) => pathAt(before, place) !== pathAt(now, place);
  }

  /** Ids of the sections in which something stands, from the outermost; the same array until it changes. */
  at(place: Place): readonly string[] {
    return pathAt(this.#stretches, place);
  }
}

const outside: readonly string[] = [];

function pathAt(stretches: readonly Stretch[], place: Place): readonly string[] {
  let from = 0;
  let to = stretches.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    const stretch = stretches[middle];
    if (stretch && compareOrder(stretch, place) <= 0) from = middle + 1;
    else to = middle;
  }
  return stretches[from - 1]?.path ?? outside;
}

/** Paths that are what they were are the same arrays. */
function stretchesOf(sections: readonly Item[], before: readonly Stretch[]): Stretch[] {
  const paths = new Map(before.map(({ id, path }) => [id, path]));
  let open: readonly Item[] = [];
  return sections.map((section) => {
    const { id, order, level } = section;
    open = [...open.filter((other) => other.level < level), section];
    const path = open.map((other) => other.id);
    const known = paths.get(id);
    const isSame = known?.length === path.length && known.every((one, at) => one === path[at]);
    return { id, order, level, path: isSame ? known : path };
  });
}
