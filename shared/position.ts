/** What a borough says about an item, and the exact text it said it on. */
import type { Deed } from "./deed.ts";
import type { ItemKind, Priority } from "./item-kinds.ts";
import type { Seen } from "./seen.ts";

export type Stance = "agree" | "agree-with-change" | "does-not-apply" | "object";

export const allStances: readonly Stance[] = [
  "agree",
  "agree-with-change",
  "does-not-apply",
  "object",
];

export interface StanceWords {
  readonly label: string;
  /** After a borough's name, and what it did then: "since Hackney objected". */
  readonly says: string;
  readonly did: string;
  /** How one says it, and says it again after the words changed. */
  readonly button: string;
  readonly still: string;
}

export const stanceWords: Readonly<Record<Stance, StanceWords>> = {
  agree: {
    label: "Agree",
    says: "agrees",
    did: "agreed",
    button: "Same for us",
    still: "Still agree",
  },
  "agree-with-change": {
    label: "Agree with a change",
    says: "agrees with a change",
    did: "agreed with a change",
    button: "Same, but…",
    still: "Still agree with that change",
  },
  "does-not-apply": {
    label: "Does not apply to us",
    says: "says it does not apply",
    did: "said it does not apply",
    button: "Not us",
    still: "Still not us",
  },
  object: {
    label: "Object",
    says: "objects",
    did: "objected",
    button: "We object",
    still: "Still object",
  },
};

/** Whether a stance says nothing without words: which change, or why. Others answer those words. */
export function needsWords(stance: Stance): boolean {
  return stance === "agree-with-change" || stance === "object";
}

/** Whether boroughs say what they think about items of that kind. */
export function takesPositions(kind: ItemKind): boolean {
  return kind === "need" || kind === "requirement";
}

/** The one current position of a borough on an item, or one that somebody proposes for it. */
export interface Position extends Deed {
  readonly stance: Stance;
  /** Which change, or why; may be empty for the other two. */
  readonly words: string;
  /** The priority it has for this borough, when that is another than the item's. */
  readonly priority: Priority | null;
  /** What the item said then, with this borough's own variations. */
  readonly seen: Seen;
  /** Who last said that it still holds. */
  readonly confirmed: Deed;
  /** The conversation that carries its words, or null when it has none. */
  readonly threadId: string | null;
}
