/** What a borough says of itself in a statement: its present contract, its team and how it would take part. */
import type { Deed } from "./deed.ts";

/** How a borough would take part in what follows. */
export type TakingPart = "buy-together" | "use-specification" | "read-along";

export const allTakingPart: readonly TakingPart[] = [
  "buy-together",
  "use-specification",
  "read-along",
];

/** Days are `2027-03-31`. */
export interface AboutBorough extends Deed {
  /** When its present contract ends, or null when that is not known. */
  readonly contractEnds: string | null;
  /** Until when that contract could be extended at the longest, or null when it cannot or nobody knows. */
  readonly extendableUntil: string | null;
  /** Who works on it there, in the borough's own words. */
  readonly team: string;
  /** Null while it has not decided. */
  readonly takingPart: TakingPart | null;
}
