/**
 * Where in a statement the rows of a file go: into the section of the same title where there is one,
 * into a new section at the end where there is none, above the first section while none was named.
 */
import type { Item } from "../../shared/items.ts";
import { plainText } from "../../shared/plain-text.ts";
import type { ImportRow } from "./import-rows.ts";

/** Rows that go into one section, in their order. */
export interface SectionRows {
  /** Title of the section, or "" above the first one. */
  readonly title: string;
  /** The section has to be made. */
  readonly isNew: boolean;
  readonly rows: readonly ImportRow[];
}

/** A gap between two items of the statement, and what goes in. */
export interface Gap {
  /** Order of the item above, or null at the start. */
  readonly before: string | null;
  /** Order of the item below, or null at the end. */
  readonly after: string | null;
  readonly sections: readonly SectionRows[];
}

/** In the order of the statement. @param items in order, removed ones too */
export function findPlaces(rows: readonly ImportRow[], items: readonly Item[]): Gap[] {
  const ends = endsOfSections(items);
  const placed = [...groupBySection(rows)].map(([key, { title, rows }]) => ({
    at: ends.get(key) ?? items.length,
    section: { title, isNew: key !== "" && !ends.has(key), rows },
  }));
  const places = [...new Set(placed.map(({ at }) => at))].toSorted((a, b) => a - b);
  return places.map((place) => ({
    before: items[place - 1]?.order ?? null,
    after: items[place]?.order ?? null,
    sections: placed
      .filter(({ at }) => at === place)
      .map(({ section }) => section)
      .toSorted((a, b) => Number(a.isNew) - Number(b.isNew)),
  }));
}

/** A row without a section goes with the row above it. */
function groupBySection(
  rows: readonly ImportRow[],
): Map<string, { readonly title: string; readonly rows: ImportRow[] }> {
  const groups = new Map<string, { title: string; rows: ImportRow[] }>();
  let title = "";
  for (const row of rows) {
    if (row.section !== "") title = row.section;
    const group = groups.get(keyOf(title)) ?? { title, rows: [] };
    group.rows.push(row);
    groups.set(keyOf(title), group);
  }
  return groups;
}

/** Title of each section, and index of the item before which the next section begins; "" for what stands above the first. */
function endsOfSections(items: readonly Item[]): Map<string, number> {
  const ends = new Map<string, number>();
  let key = "";
  for (const [at, item] of [...items.entries(), [items.length, null] as const]) {
    if (item && item.kind !== "section") continue;
    if (!ends.has(key)) ends.set(key, at);
    // A removed section keeps what stands under it apart and takes nothing in.
    if (item) key = item.removed ? `removed ${item.id}` : keyOf(titleOfSection(item));
  }
  return ends;
}

function titleOfSection(item: Item): string {
  const title = item.fields["title"];
  return title ? plainText(title) : "";
}

function keyOf(title: string): string {
  return title.replace(/\s+/g, " ").trim().toLowerCase();
}
