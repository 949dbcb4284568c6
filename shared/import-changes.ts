/**
 * What bringing a file in would change, item by item, and what somebody chose to take of it. The server
 * works it out and the page shows it. Nothing in it changes a statement.
 */
import type { ItemKind, Priority } from "./item-kinds.ts";
import type { ProposedFormat } from "./proposed-file.ts";
import type { Problem } from "./refusal.ts";

/**
 * `new`: the statement has no such item. `changed`: it has, and the file says something else. `same`:
 * it has, and says the same. `ask`: it may be one that is there; somebody has to say. `missing`: the
 * statement has it and the file has not; it stays as it is. `out`: a problem keeps the row out.
 */
export const changeStates = ["new", "changed", "same", "ask", "missing", "out"] as const;

export type ChangeState = (typeof changeStates)[number];

export interface ImportChange {
  /** Unique in the file; for a missing item its id. */
  readonly key: string;
  readonly state: ChangeState;
  /** Where in the file, or "" for a missing item. */
  readonly where: string;
  readonly kind: ItemKind;
  /** Of a section, 1 to 3. */
  readonly level: number;
  /** The item of the statement, where there is one. */
  readonly itemId: string | null;
  /** Our reference of that item, or "". */
  readonly reference: string;
  /** The file's own reference, or "". */
  readonly fileReference: string;
  /** Title of the section in which it stands or would stand, or "". */
  readonly section: string;
  /** A need as one sentence. */
  readonly words: string;
  readonly priority: Priority | null;
  /** What would be another than now; only of what changed. */
  readonly parts: readonly ChangedPart[];
  /** Which items it may be, the likeliest first; only where somebody has to say. */
  readonly likely: readonly LikelyItem[];
  /** What is to know about it, or what keeps it out and what to do; "" for nothing. */
  readonly note: string;
}

export interface ChangedPart {
  /** What the part is called on screen. */
  readonly label: string;
  readonly before: string;
  readonly after: string;
  /** The words are the same; only how they look is another. */
  readonly isLook: boolean;
}

export interface LikelyItem {
  readonly itemId: string;
  readonly reference: string;
  readonly words: string;
}

export interface ImportPreview {
  readonly importId: string;
  readonly fileName: string;
  readonly format: ProposedFormat;
  /** It is a table whose columns were chosen: they can be chosen anew. */
  readonly isMapped: boolean;
  readonly changes: readonly ImportChange[];
  /** Links that are not there yet, by key of the requirement's change. */
  readonly links: Readonly<Record<string, number>>;
  readonly linkCount: number;
  /** Wording that somebody proposed in a returned file. */
  readonly suggestionCount: number;
  readonly problems: readonly Problem[];
  readonly notices: readonly Problem[];
}

/** What somebody chose. What is not named is taken as it is proposed; what is asked and not answered is left. */
export interface ImportChoices {
  /** Keys of what is left out. */
  readonly left: readonly string[];
  /** By key of what was asked: the item that it is, or null for a new one. */
  readonly answers: Readonly<Record<string, string | null>>;
  /** By key of a new item: the kind it is to be. */
  readonly kinds: Readonly<Record<string, ItemKind>>;
  /** Offer the changes of a returned file as suggested wording. */
  readonly withSuggestions: boolean;
}

export const takeAll: ImportChoices = { left: [], answers: {}, kinds: {}, withSuggestions: true };

/** What came of it. */
export interface ImportOutcome {
  readonly importId: string;
  readonly added: number;
  readonly changed: number;
  readonly links: number;
  readonly suggestions: number;
  /** What could not be done after all, each with where it is. */
  readonly notices: readonly Problem[];
}

/** What undoing an import did. */
export interface UndoOutcome {
  /** Items that are as they were, or not taken forward because they were new. */
  readonly putBack: number;
  /** What stayed, because somebody has changed it or said something about it since. */
  readonly left: readonly {
    readonly itemId: string;
    readonly reference: string;
    readonly why: string;
  }[];
}
