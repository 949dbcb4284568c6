/** The statement that a file is to come into, as plain data: what the import compares it with. */
import { findBorough, type Borough } from "../../../shared/boroughs.ts";
import type { Item } from "../../../shared/items.ts";
import type { Priority } from "../../../shared/item-kinds.ts";
import { plainText } from "../../../shared/plain-text.ts";

export interface ImportTarget {
  /** In order, removed ones too. */
  readonly items: readonly Item[];
  /** Item id → reference. */
  readonly references: ReadonlyMap<string, string>;
  /** Links that stand, as `linkKey` writes them. */
  readonly links: ReadonlySet<string>;
  /** Those that there may be: London's, and whoever takes part. */
  readonly boroughs: readonly Borough[];
  readonly priorityWords: Readonly<Record<Priority, string>>;
}

export function linkKey(requirementId: string, needId: string): string {
  return `${requirementId} ${needId}`;
}

export function boroughIdIn({ boroughs }: ImportTarget, nameOrId: string): string | null {
  return findBorough(boroughs, nameOrId)?.id ?? null;
}

export function boroughNameIn({ boroughs }: ImportTarget, id: string): string {
  return boroughs.find((borough) => borough.id === id)?.name ?? id;
}

/** Titles, references and words that differ only in case or white space are taken for the same. */
export function evenWords(text: string): string {
  return text.replace(/\s+/g, " ").trim().toLowerCase();
}

export function titleOfSection({ fields }: Pick<Item, "fields">): string {
  const title = fields["title"];
  return title ? plainText(title).replace(/\s+/g, " ").trim() : "";
}
