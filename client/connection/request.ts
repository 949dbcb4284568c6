/**
 * Asks the server over HTTP. Promises an answer of the shape asked for, or a `CommandRefused` with
 * words to show.
 */
import { z } from "zod";
import { refusalStatus, type RefusalCode } from "../../shared/refusal.ts";
import { CommandRefused } from "./command-refused.ts";

export interface Asked<T> {
  readonly method?: "GET" | "POST" | "PATCH" | "DELETE";
  /** Sent as JSON; a `FormData` is sent as it is. */
  readonly body?: unknown;
  /** The same when the same is asked for again because nobody knows what became of it. */
  readonly askedAs?: string;
  /** Whoever asked does not want it any more. */
  readonly signal?: AbortSignal;
  readonly answer: z.ZodType<T>;
}

/** Asks for a path; a test in Node gives one that knows the server's address and a cookie. */
export type Request = <T>(path: string, asked: Asked<T>) => Promise<T>;

const problemShape = z.object({
  detail: z.string(),
  code: z.string(),
  problems: z.array(z.object({ where: z.string(), what: z.string() })).catch([]),
});

/** @param send `fetch`, or one that adds an address and a cookie */
export function requestWith(send: (path: string, init: RequestInit) => Promise<Response>): Request {
  return async (path, { method = "GET", body, askedAs, signal, answer }) => {
    let response: Response;
    try {
      response = await send(path, {
        method,
        credentials: "same-origin",
        ...(signal ? { signal } : {}),
        ...bodyOf(body, askedAs),
      });
    } catch {
      signal?.throwIfAborted();
      throw new CommandRefused(
        "offline",
        "Needline cannot be reached. Check your connection, then try again.",
      );
    }
    const sent: unknown = await response.json().catch(() => null);
    if (!response.ok) throw refusedBy(response, sent);
    return answer.parse(sent);
  };
}

export const request: Request = requestWith((path, init) => fetch(path, init));

/** For answers that carry nothing. */
export const noAnswer: z.ZodType = z.unknown();

function bodyOf(body: unknown, askedAs: string | undefined): RequestInit {
  const key = askedAs === undefined ? {} : { "idempotency-key": askedAs };
  if (body === undefined) return { headers: key };
  if (body instanceof FormData) return { body };
  return { body: JSON.stringify(body), headers: { "content-type": "application/json", ...key } };
}

function refusedBy(response: Response, sent: unknown): CommandRefused {
  const problem = problemShape.safeParse(sent);
  if (problem.success && isRefusalCode(problem.data.code)) {
    return new CommandRefused(problem.data.code, problem.data.detail, problem.data.problems);
  }
  return new CommandRefused(
    "unexpected",
    `Needline could not do that (error ${response.status}). Try again in a minute.`,
  );
}

function isRefusalCode(code: string): code is RefusalCode {
  return Object.hasOwn(refusalStatus, code);
}
