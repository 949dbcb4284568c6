/** Sessions: who a browser is, from the secret in its cookie. One that is not used for 90 days ends. */
import type { Resources } from "../resources.ts";
import { hashToken } from "./tokens.ts";

const dayMs = 24 * 60 * 60 * 1000;

export const sessionMs = 90 * dayMs;

/**
 * Begins a session; one that was begun before under the same secret goes on.
 * @param token the secret for the cookie, told to nobody else and not kept
 */
export async function startSession(
  resources: Resources,
  personId: string,
  token: string,
): Promise<void> {
  const now = resources.now();
  await resources.store.people.addSession(hashToken(token), personId, now, sessionEnd(now));
}

/** The person whose session it is, or null when there is none or it has ended. */
export async function personOfSession(
  resources: Resources,
  token: string,
): Promise<{ personId: string } | null> {
  const { people } = resources.store;
  const tokenHash = hashToken(token);
  const session = await people.session(tokenHash);
  if (!session) return null;
  const now = resources.now();
  if (session.until <= now) {
    await people.endSession(tokenHash);
    return null;
  }
  const until = sessionEnd(now);
  // Once a day keeps it alive, and spares a write at every request.
  if (Date.parse(until) - Date.parse(session.until) > dayMs) {
    await people.prolongSession(tokenHash, until);
  }
  return { personId: session.personId };
}

export async function endSession(resources: Resources, token: string): Promise<void> {
  await resources.store.people.endSession(hashToken(token));
}

/** When one ends that is not used after `at`. */
export function sessionEnd(at: string): string {
  return new Date(Date.parse(at) + sessionMs).toISOString();
}
