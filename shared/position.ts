/** What a borough says about an item, and the exact text it said it on. */
import type { Deed } from "./deed.ts";
import type { Priority } from "./item-kinds.ts";
import type { Seen } from "./seen.ts";

export type Stance = "agree" | "agree-with-change" | "does-not-apply" | "object";

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
