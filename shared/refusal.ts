/**
 * An expected "no". Thrown by commands and by the server, sent as `application/problem+json`
 * (RFC 9457), shown by the page in the same words.
 */

/** The closed list of reasons and the HTTP status each answers with. */
export const refusalStatus = {
  "bad-input": 400,
  "sign-in": 401,
  "not-allowed": 403,
  "not-found": 404,
  "text-changed": 409,
  "already-so": 409,
  "link-used": 410,
  "too-large": 413,
  "too-many": 429,
  unavailable: 503,
} as const;

export type RefusalCode = keyof typeof refusalStatus;

/** One thing that is wrong with what was sent, with where it is and what to do. */
export interface Problem {
  /** Where: "line 12", "title". */
  readonly where: string;
  readonly what: string;
}

export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly problems: readonly Problem[];

  /** @param message plain words that say what to do. */
  constructor(code: RefusalCode, message: string, problems: readonly Problem[] = []) {
    super(message);
    this.name = "Refusal";
    this.code = code;
    this.problems = problems;
  }
}

/** A refusal as plain data: what is sent between processes, and kept. */
export type PlainRefusal = Pick<Refusal, "code" | "message" | "problems">;

export function toPlain({ code, message, problems }: Refusal): PlainRefusal {
  return { code, message, problems };
}

export function fromPlain({ code, message, problems }: PlainRefusal): Refusal {
  return new Refusal(code, message, problems);
}

/** The answer for a thing one may not see: the same as for one that does not exist. */
export function noSuchStatement(): Refusal {
  return new Refusal(
    "not-found",
    "There is no such statement, or you have not been invited to it.",
  );
}
