/** How a borough would take part, in words. */
import type { TakingPart } from "../../shared/about-borough.ts";

interface TakingPartWords {
  /** To choose: "Buy together". */
  readonly label: string;
  /** Of a borough: "Would buy together". */
  readonly says: string;
  readonly means: string;
}

export const takingPartWords: Readonly<Record<TakingPart, TakingPartWords>> = {
  "buy-together": {
    label: "Buy together",
    says: "Would buy together",
    means: "One procurement and one start, with the others who choose this",
  },
  "use-specification": {
    label: "Use the common specification alone",
    says: "Would use the common specification alone",
    means: "Agrees on the text, and buys by itself when it suits",
  },
  "read-along": {
    label: "Read along",
    says: "Reads along",
    means: "Does not have to agree to anything, and nobody waits for it",
  },
};
