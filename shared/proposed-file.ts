/**
 * What a reader made of a file, or of another statement: items and links that it proposes, not yet
 * compared with the statement they are to come into. Every reader makes this; the import plans it.
 */
import type { ItemKind, Priority } from "./item-kinds.ts";
import type { Origin } from "./items.ts";
import type { Problem } from "./refusal.ts";
import type { RichText } from "./rich-text.ts";
import type { How } from "./thread.ts";

export interface ProposedFile {
  readonly format: ProposedFormat;
  /** What the file calls itself, or "". */
  readonly title: string;
  /** In the file's order. */
  readonly items: readonly ProposedItem[];
  readonly links: readonly ProposedLink[];
  /** What somebody proposed in a returned file with tracked changes. */
  readonly suggestions: readonly ProposedSuggestion[];
  /** What keeps something out. */
  readonly problems: readonly Problem[];
  /** What was done about something, and what was left out. */
  readonly notices: readonly Problem[];
}

export type ProposedFormat = "csv" | "xlsx" | "docx" | "reqif" | "json" | "statement" | "outline";

export interface ProposedItem {
  /** Unique in the file. */
  readonly key: string;
  /** Where it is, for people: "Line 12", "Row 12 of Needs", "Paragraph 4". */
  readonly where: string;
  readonly kind: ItemKind;
  /** Why it is offered as that kind, as a sentence, where the file does not say. */
  readonly why?: string;
  /** Of a section, 1 to 3. */
  readonly level?: number;
  /** Title of its section where a column says so; otherwise it goes with what stands before it. */
  readonly section?: string;
  /** As the file says it, or "". */
  readonly reference: string;
  /** Which item it is, where one of our own exports says so. */
  readonly itemId?: string;
  /** Absent when the file does not say: an item that is there keeps its own. */
  readonly priority?: Priority | null;
  /** Only those that the file says. */
  readonly fields: Readonly<Record<string, RichText>>;
  readonly notes?: RichText;
  /** Names or ids of boroughs. */
  readonly raisedBy?: readonly string[];
  readonly aliases?: readonly string[];
  readonly variations?: readonly ProposedVariation[];
  readonly removed?: { readonly why: string } | null;
  readonly origin?: Origin;
  readonly extra?: Readonly<Record<string, string>>;
}

export interface ProposedVariation {
  /** Name or id. */
  readonly borough: string;
  readonly text: RichText;
  /** Which variation it is, where one of our own exports says so. */
  readonly key?: string;
}

/** "This requirement meets that need or outcome." */
export interface ProposedLink {
  readonly where: string;
  /** Of the requirement: the key of an item in the file, or a reference. */
  readonly from: string;
  /** Of the need or outcome, likewise. */
  readonly to: string;
  readonly how: How;
  readonly because: string;
}

/** New wording for a field of an item, as tracked changes say it. */
export interface ProposedSuggestion {
  readonly where: string;
  /** Of the item in the statement, or "" for one that has none. */
  readonly reference: string;
  /** Which item it is, where one of our own exports says so. */
  readonly itemId?: string;
  readonly field: string;
  readonly before: RichText;
  readonly after: RichText;
  /** Who made the change, as the file says. */
  readonly by: string;
}
