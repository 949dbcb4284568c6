/** Where items stand in the hierarchy: everything under the section before it, sections in those of a lower level. */
import type { Item } from "../../../shared/items.ts";

export interface WrittenPlace {
  readonly itemId: string;
  readonly children: readonly WrittenPlace[];
}

interface OpenPlace extends WrittenPlace {
  readonly level: number;
  readonly children: OpenPlace[];
}

/** `depths`: at which depth each section stands; less than its level where a level is left out above it. */
export function placesOf(items: readonly Item[]): {
  readonly places: readonly WrittenPlace[];
  readonly depths: ReadonlyMap<string, number>;
} {
  const places: OpenPlace[] = [];
  const depths = new Map<string, number>();
  let open: readonly OpenPlace[] = [];
  for (const { id, kind, level } of items) {
    const place: OpenPlace = { itemId: id, level, children: [] };
    if (kind === "section") open = open.filter((section) => section.level < level);
    (open.at(-1)?.children ?? places).push(place);
    if (kind !== "section") continue;
    open = [...open, place];
    depths.set(id, open.length);
  }
  return { places, depths };
}
