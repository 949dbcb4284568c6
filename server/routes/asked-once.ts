/**
 * Requests that make something and may be asked again because their answer was lost. Promises that under the same
 * `Idempotency-Key` the same browser asks for one and the same thing, on whichever server, at any time: its id and its
 * secret follow from the key, so that whoever keeps it finds it there. Nothing is remembered for that.
 */
import { createHmac } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { Resources } from "../resources.ts";
import { sessionTokenOf } from "./session-cookie.ts";

/** The other headers stay as they are. */
export const onceHeaders = z.looseObject({
  "idempotency-key": z
    .string()
    .regex(/^[\w-]{8,64}$/, "It is 8 to 64 letters, digits, - or _.")
    .optional()
    .describe(
      "Made anew for each request. Sent again with the same one, what was done already is not done twice, and the answer is the same.",
    ),
});

/** What is about to be made. */
export interface Named {
  readonly id: string;
  /** For a link, or for a session. */
  readonly token: string;
}

/**
 * A secret of whoever asks is in both: nobody who knows or guesses a key can tell what it made. What is asked is in
 * them, too: another thing under the same key is another thing.
 * @param secret the session's; or the link's by which somebody comes in
 */
export function nameOnce(
  { newId, newToken }: Resources,
  request: FastifyRequest,
  secret: string | null = sessionTokenOf(request),
): Named {
  const key = request.headers["idempotency-key"];
  if (typeof key !== "string" || secret === null) return { id: newId(), token: newToken() };
  const asked = JSON.stringify([request.method, request.url, key, request.body ?? null]);
  const named = (what: string): string =>
    createHmac("sha256", secret).update(`${what} ${asked}`).digest("base64url");
  return { id: named("id").slice(0, idLength), token: named("token") };
}

/** As long as the ids that are made by chance. */
const idLength = 21;
