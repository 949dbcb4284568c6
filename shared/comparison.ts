/**
 * Two moments of a statement side by side, as plain data that travels: what the page and the Word
 * comparison show. Made by `compareStatements`.
 */
import type { ItemKind, Priority } from "./item-kinds.ts";
import type { DiffBlock } from "./rich-difference.ts";
import type { DiffRun } from "./run-difference.ts";
import type { How } from "./thread.ts";

export interface Comparison {
  readonly from: ComparedSide;
  readonly to: ComparedSide;
  /** Null while the title is the same. */
  readonly title: readonly DiffRun[] | null;
  /** Priorities that are printed with another word. */
  readonly priorityWords: readonly {
    readonly priority: Priority;
    readonly before: string;
    readonly after: string;
  }[];
  readonly counts: ComparisonCounts;
  /** What differs, in the order of the newer side; what was removed is where it stood. */
  readonly items: readonly ItemComparison[];
  /** Borough id → name, of the boroughs that the items name. */
  readonly boroughs: Readonly<Record<string, string>>;
}

/** A version, or the statement as it is now. */
export interface ComparedSide {
  readonly number: number | null;
  readonly name: string;
  readonly issued: number | null;
  readonly at: string;
}

/** An item that changed and moved counts under both. */
export interface ComparisonCounts {
  readonly added: number;
  readonly removed: number;
  readonly putBack: number;
  readonly changed: number;
  readonly moved: number;
  /** Items that stayed as they were, with links that are new, withdrawn or meet more or less. */
  readonly linked: number;
  readonly same: number;
}

/**
 * `added`: it is new. `removed`: it is not taken forward any more, or not there. `put-back`: it was
 * removed on the older side. `kept`: it is on both sides.
 */
export type ItemFate = "added" | "removed" | "put-back" | "kept";

/** One item that differs. Parts that are the same are there too, to read it by. */
export interface ItemComparison {
  readonly itemId: string;
  readonly kind: ItemKind;
  readonly reference: string | null;
  readonly fate: ItemFate;
  /** Why it was removed, where somebody said. */
  readonly why: string;
  /** Its words, priority, level, boroughs or variations are not what they were. */
  readonly isChanged: boolean;
  /** Where it stood, when it moved. */
  readonly movedFrom: FormerPlace | null;
  /** The title of its section now, or then when it was removed; "" before the first. */
  readonly section: string;
  /** Fields with words on either side. */
  readonly fields: readonly FieldDifference[];
  readonly variations: readonly VariationDifference[];
  readonly priority: Between<Priority | null>;
  readonly level: Between<number>;
  readonly raisedBy: ListDifference;
  readonly aliases: ListDifference;
  /** For a requirement: needs and outcomes that it meets by a new link, no longer, or in another way. */
  readonly links: readonly LinkDifference[];
}

export interface FormerPlace {
  readonly section: string;
  /** The item that it stood behind. Null: it was the first. */
  readonly after: { readonly itemId: string; readonly name: string } | null;
}

/** What it was and is. On an added item both are what it is, on a removed one what it was. */
export interface Between<T> {
  readonly before: T;
  readonly after: T;
}

export interface FieldDifference {
  readonly field: string;
  readonly label: string;
  readonly isChanged: boolean;
  readonly blocks: readonly DiffBlock[];
}

export interface VariationDifference {
  readonly key: string;
  readonly boroughId: string;
  readonly fate: "added" | "removed" | "changed" | "same";
  readonly blocks: readonly DiffBlock[];
}

export interface ListDifference {
  readonly same: readonly string[];
  readonly gone: readonly string[];
  readonly come: readonly string[];
}

/** Null is no link. */
export interface LinkDifference {
  readonly needId: string;
  /** "N-12". */
  readonly name: string;
  readonly before: How | null;
  readonly after: How | null;
}
