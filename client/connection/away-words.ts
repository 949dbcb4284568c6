/** What a page that is not connected says: why, when it will be, and what to do with what is asked meanwhile. */
import { awayReason } from "../../shared/sync/close-codes.ts";

export interface AwayWords {
  /** One sentence. */
  readonly why: string;
  /** Ends a sentence: "it is saved as soon as that is over". */
  readonly until: string;
  /** What to do with something that cannot wait here. */
  readonly again: string;
}

const cannotBeReached = "Needline cannot be reached at the moment, and is being tried again.";

/** Why, when no server says anything: null where it is that this computer has no network. */
export function silentBecause(isOnline: boolean): string | null {
  return isOnline ? cannotBeReached : null;
}

/** @param because why, as the server or the page says it, or null when this computer has no network */
export function awayWords(because: string | null): AwayWords {
  switch (because) {
    case null:
      return {
        why: "You are not connected.",
        until: "when you are back",
        again: "Try this again when you are back.",
      };
    case awayReason.tooManyPages:
      return {
        why: because,
        until: "as soon as you have closed some of the others",
        again: "Close some of the others, then try this again.",
      };
    default:
      return {
        why: because,
        until: "as soon as that is over",
        again: "Try this again in a minute.",
      };
  }
}
