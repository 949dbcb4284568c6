/** The session cookie, and who a request comes from. */
import type { FastifyReply, FastifyRequest } from "fastify";
import { Refusal } from "../../shared/refusal.ts";
import { personOfSession, sessionMs } from "../access/sessions.ts";
import type { Resources } from "../resources.ts";
import type { Site } from "./site.ts";

const cookieName = "needline-session";

/** The secret in the request's cookie, or null. */
export function sessionTokenOf(request: FastifyRequest): string | null {
  return request.cookies[cookieName] ?? null;
}

/** Gives the browser its session. Scripts cannot read it; it is sent over TLS only where there is TLS. */
export function giveSession(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  token: string,
): void {
  reply.setCookie(cookieName, token, {
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    secure: site.isSecure(request),
    maxAge: sessionMs / 1000,
  });
}

export function takeSession(reply: FastifyReply): void {
  reply.clearCookie(cookieName, { path: "/" });
}

/** The person whose browser sends the request, or null. */
export async function personOf(
  resources: Resources,
  request: FastifyRequest,
): Promise<{ personId: string } | null> {
  const token = sessionTokenOf(request);
  return token === null ? null : personOfSession(resources, token);
}

/** @throws Refusal `sign-in` */
export async function signedInPerson(
  resources: Resources,
  request: FastifyRequest,
): Promise<{ personId: string }> {
  const person = await personOf(resources, request);
  if (person) return person;
  throw new Refusal(
    "sign-in",
    "You are not signed in on this device. Open your invitation link, or ask a lead for a sign-in link.",
  );
}
