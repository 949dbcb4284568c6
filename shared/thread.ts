/**
 * A thread: a conversation anchored in an item. What it is about besides its words (a link to a need,
 * new wording, a borough's position) is a part of it; at most one of these is there.
 */
import type { Anchor } from "./anchors.ts";
import type { Deed } from "./deed.ts";
import type { Stance } from "./position.ts";
import type { RichText } from "./rich-text.ts";
import type { Seen } from "./seen.ts";

/** Somebody or a whole borough that a comment calls on with `@`. */
export type Mention = { readonly personId: string } | { readonly boroughId: string };

export interface Comment extends Deed {
  readonly id: string;
  readonly text: string;
  readonly mentions: readonly Mention[];
  readonly edited: Deed | null;
  /** Withdrawn comments keep their place without their words. */
  readonly withdrawn: Deed | null;
}

/** "These words meet that need." */
export interface Meets {
  /** The need or outcome that is met. */
  readonly needId: string;
  readonly how: How;
  readonly because: string;
  /** What requirement and need said when it was last said to hold. */
  readonly seen: { readonly requirement: Seen; readonly need: Seen };
  readonly confirmed: Deed;
  readonly withdrawn: (Deed & { readonly why: string }) | null;
}

export type How = "fully" | "partly";

/** New wording that somebody proposes for a field, or for the words that the thread is anchored to. */
export interface Suggestion {
  readonly field: string;
  /** The whole field as it was when the wording was proposed, and as it would be. */
  readonly before: RichText;
  readonly after: RichText;
  readonly because: string;
  /** Null while it waits. */
  readonly outcome: SuggestionOutcome | null;
}

export type SuggestionOutcome = Deed &
  (
    | {
        readonly state: "accepted";
        readonly note: string;
        readonly how: HowAccepted;
      }
    | { readonly state: "declined"; readonly why: string }
    | { readonly state: "withdrawn" }
  );

/**
 * `as-suggested`: its change was made, and whatever else had changed stayed. `in-place`: it took the
 * place of words that had moved on. `already-said`: the text said it by then.
 */
export type HowAccepted = "as-suggested" | "in-place" | "already-said";

/** What a conversation is for. `comment` when nobody said. */
export type ThreadType = (typeof allThreadTypes)[number];

export const allThreadTypes = ["comment", "question", "objection", "decision"] as const;

/** Who is to see to a conversation, by which day if one was named. */
export interface Assignment extends Deed {
  readonly to: string;
  /** A day, `2026-05-14`, or null. */
  readonly due: string | null;
}

/** A conversation about words; with `meets`, a link to a need. */
export interface Thread {
  readonly id: string;
  readonly type: ThreadType;
  readonly anchor: Anchor;
  readonly started: Deed;
  readonly comments: readonly Comment[];
  readonly closed: (Deed & { readonly note: string }) | null;
  /** Somebody who may not close it thinks that it is settled. */
  readonly closingProposed: (Deed & { readonly note: string }) | null;
  readonly assigned: Assignment | null;
  readonly meets: Meets | null;
  readonly suggests: Suggestion | null;
  /** It carries what a borough wrote when it objected or asked for a change. */
  readonly position: PositionCarried | null;
}

/** A borough's position whose words are said in a conversation. */
export interface PositionCarried {
  readonly boroughId: string;
  readonly stance: Stance;
  /** The comment with the words as they are now. */
  readonly commentId: string;
}

/** What every thread starts with unless it says otherwise. */
export const newThread = {
  type: "comment",
  comments: [],
  closed: null,
  closingProposed: null,
  assigned: null,
  meets: null,
  suggests: null,
  position: null,
} as const satisfies Partial<Thread>;
