/**
 * The shape of an example statement: what is written, who wrote it and what was said about it, in the
 * order in which it happens. Keys are names within the example; the server gives the real ids.
 */

import type { ThreadType } from "../../shared/thread.ts";
import type { AboutBorough } from "../../shared/about-borough.ts";
import type { Priority } from "../../shared/item-kinds.ts";
import type { Stance } from "../../shared/position.ts";

export type BoroughKey = "camden" | "hackney" | "southwark";

/** People who wrote the example. They are made up and are never used to sign in. */
export interface ExamplePerson {
  readonly key: string;
  readonly name: string;
  readonly borough: BoroughKey;
  readonly role: "lead" | "editor" | "reviewer";
  /** Agrees for the borough. */
  readonly agrees?: boolean;
}

export type Inline =
  | string
  | {
      readonly text: string;
      readonly bold?: boolean;
      readonly italic?: boolean;
      /** Address the words lead to. */
      readonly link?: string;
    };

export type Block =
  | { readonly type: "paragraph"; readonly text: readonly Inline[] }
  | { readonly type: "bulletList" | "orderedList"; readonly items: readonly (readonly Inline[])[] }
  /** The first row is the head. Only in a text item. */
  | { readonly type: "table"; readonly rows: readonly (readonly string[])[] };

/** A plain string is paragraphs, parted by a blank line. An empty string is a field without words. */
export type ExampleRichText = string | readonly Block[];

type Fields<Name extends string> = Readonly<Record<Name, ExampleRichText>>;

interface Written {
  readonly key: string;
  /** Key of the person who wrote it. */
  readonly by: string;
  /** Working notes, never sent to suppliers. */
  readonly notes?: string;
}

interface Raised extends Written {
  readonly raisedBy: readonly BoroughKey[];
}

interface Weighed extends Raised {
  readonly priority: "must" | "should" | "could" | "wont";
}

interface ExampleSection extends Written {
  readonly kind: "section";
  readonly fields: Fields<"title">;
}

interface ExampleText extends Written {
  readonly kind: "text";
  readonly fields: Fields<"body">;
}

interface ExampleOutcome extends Raised {
  readonly kind: "outcome";
  readonly fields: Fields<"body" | "measure">;
}

/** `asA`, `iNeed` and `soThat` go on from the words the page prints: lower case, no full stop. */
interface ExampleNeed extends Weighed {
  readonly kind: "need";
  readonly fields: Fields<"asA" | "iNeed" | "soThat" | "evidence" | "metWhen">;
}

interface ExampleRequirement extends Weighed {
  readonly kind: "requirement";
  readonly fields: Fields<"statement" | "measure" | "rationale">;
}

export type ExampleItem =
  | ExampleSection
  | ExampleText
  | ExampleOutcome
  | ExampleNeed
  | ExampleRequirement;

/** "These words of the requirement meet that need or outcome." */
export interface ExampleLink {
  readonly requirement: string;
  /** Key of a need or an outcome. */
  readonly need: string;
  /** Words that occur once in the requirement's statement, or null for the whole item. */
  readonly quote: string | null;
  readonly how: "fully" | "partly";
  readonly because?: string;
  readonly by: string;
}

interface ExampleComment {
  readonly by: string;
  readonly text: string;
}

export interface ExampleThread {
  readonly item: string;
  readonly field: string;
  /** Words that occur once in that field. */
  readonly quote: string;
  /** What it is for; a comment unless it is said. */
  readonly type?: ThreadType;
  /** Who is given it to see to, by whom and by which day. */
  readonly assigned?: { readonly to: string; readonly by: string; readonly due: string };
  /** The first one starts the thread. */
  readonly comments: readonly ExampleComment[];
  /** The last word, with which the thread is closed. */
  readonly closed?: ExampleComment;
}

/** A need left out on purpose. */
export interface ExampleLeftOut {
  readonly need: string;
  readonly why: string;
  readonly by: string;
}

/** A requirement that meets no need because law or policy asks for it. */
export interface ExampleNeedsNone {
  readonly requirement: string;
  readonly why: string;
  readonly by: string;
}

/** What a borough says of itself, by one of its people. */
export interface ExampleAbout extends Pick<
  AboutBorough,
  "contractEnds" | "extendableUntil" | "team" | "takingPart"
> {
  readonly by: string;
}

/** What differs for the borough of the person who writes it. */
export interface ExampleDifference {
  readonly item: string;
  readonly text: string;
  readonly by: string;
}

/** What somebody proposes that their borough says. */
export interface ExampleProposal {
  /** Key of a need or requirement. */
  readonly item: string;
  readonly by: string;
  readonly stance: Stance;
  readonly words?: string;
  /** The priority for that borough, where it is another than the item's. */
  readonly priority?: Priority;
}

/** What a borough says, by somebody who agrees for it. */
export interface ExamplePosition extends ExampleProposal {
  /** What others answered to an objection or to a change. */
  readonly answers?: readonly ExampleComment[];
  /** Somebody of another borough asks to close it. */
  readonly askedToClose?: ExampleComment;
}

/** Other wording that somebody suggests for a part of an item. */
export interface ExampleSuggestion {
  readonly item: string;
  readonly field: string;
  /** Words that occur once in that field. */
  readonly replace: string;
  readonly with: string;
  readonly because: string;
  readonly by: string;
  /** Who declined it and why; without it, it waits. */
  readonly declined?: ExampleComment;
}

/** A change of wording made after everything else. */
export interface ExampleEdit {
  readonly item: string;
  readonly field: string;
  /** Words that occur once in that field. */
  readonly replace: string;
  readonly with: string;
  readonly by: string;
}

export interface ExampleStatement {
  readonly suggestions: readonly ExampleSuggestion[];
  readonly title: string;
  readonly people: readonly ExamplePerson[];
  /** In document order. */
  readonly items: readonly ExampleItem[];
  readonly differs: readonly ExampleDifference[];
  readonly links: readonly ExampleLink[];
  readonly threads: readonly ExampleThread[];
  readonly leftOut: readonly ExampleLeftOut[];
  readonly needsNone: readonly ExampleNeedsNone[];
  readonly positions: readonly ExamplePosition[];
  readonly proposals: readonly ExampleProposal[];
  readonly contracts: readonly ExampleAbout[];
  readonly laterEdits: readonly ExampleEdit[];
}
