/** Whoever watches how rooms do, for the figures that operators see. It hears numbers and reasons, never words. */
import type { CloseCode } from "../../shared/sync/close-codes.ts";

/** What one beat of the journal came to. */
export interface BeatDone {
  /** Updates of text. */
  readonly rows: number;
  /** How many statements they are of. */
  readonly statements: number;
  /** From the moment the first of it was there until the store was asked, in milliseconds. */
  readonly waitedMs: number;
  /** How long the store took, in milliseconds. */
  readonly tookMs: number;
  readonly isKept: boolean;
}

export interface Watch {
  beatDone(beat: BeatDone): void;
  /** Somebody who reads too slowly is sent no more until they have read, or is closed. */
  slowReader(what: "held" | "closed"): void;
  /** A page was closed: for what it sent, for what its person may no longer do, or because of the server. */
  pageClosed(code: CloseCode): void;
}

export const nobodyWatches: Watch = {
  beatDone() {},
  slowReader() {},
  pageClosed() {},
};
