/** Who did something, for which borough, and when: the part of an entry that states keep. */
import type { Entry } from "./entry.ts";

export interface Deed {
  readonly personId: string;
  readonly boroughId: string;
  /** ISO 8601. */
  readonly at: string;
  /** Number of the entry. */
  readonly number: number;
}

export function deedOf(entry: Entry): Deed {
  return {
    personId: entry.personId,
    boroughId: entry.boroughId,
    at: entry.at,
    number: entry.number,
  };
}
