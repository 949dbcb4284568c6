/** The database does not answer: how errors say so, and whether what was asked may have been done all the same. */
import pg from "pg";

/** `not-done`: it never came so far. `unknown`: the answer was lost, and only the database can tell. */
export type Outcome = "not-done" | "unknown";

/** A transaction that ended because the database went away. */
export class StoreAway extends Error {
  readonly outcome: Outcome;

  constructor(outcome: Outcome, cause: unknown) {
    super("The database does not answer.", { cause });
    this.name = "StoreAway";
    this.outcome = outcome;
  }
}

/** What became of what was asked, when the error says that the database is away; null for any other error. */
export function outcomeIfAway(error: unknown): Outcome | null {
  if (error instanceof StoreAway) return error.outcome;
  if (!(error instanceof Error)) return null;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  if (error instanceof pg.DatabaseError) return outcomeByState[code] ?? outcomeByClass(code);
  if (neverConnected.has(code) || neverConnectedWords.test(error.message)) return "not-done";
  if (lostConnection.has(code) || lostConnectionWords.test(error.message)) return "unknown";
  return null;
}

/** PostgreSQL's own codes. @see https://www.postgresql.org/docs/current/errcodes-appendix.html */
const outcomeByState: Readonly<Record<string, Outcome>> = {
  // It ends, or ended all at once.
  "57P01": "unknown",
  "57P02": "unknown",
  // It starts, stops or recovers, or has no place for one more.
  "57P03": "not-done",
  "53300": "not-done",
  // A statement, or a transaction that was left alone, took too long and was undone.
  "57014": "not-done",
  "25P03": "not-done",
};

function outcomeByClass(code: string): Outcome | null {
  return code.startsWith("08") ? "unknown" : null;
}

const neverConnected: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
]);
const lostConnection: ReadonlySet<string> = new Set(["ECONNRESET", "EPIPE", "ETIMEDOUT"]);

/** pg has no codes for these. */
const neverConnectedWords =
  /^timeout exceeded when trying to connect|^Connection terminated due to connection timeout/;
const lostConnectionWords =
  /^Connection terminated|^Query read timeout|^Client has encountered a connection error/;
