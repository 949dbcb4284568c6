/** Who is at this browser: starting, joining, signing in and out. */
import { z } from "zod";
import { allRoles, type Role } from "../../shared/access.ts";
import { askOnce } from "./ask-once.ts";
import { forgetAllOpenings } from "./kept-opening.ts";
import { noAnswer, request } from "./request.ts";

export interface SignedInPerson {
  readonly id: string;
  readonly name: string;
  readonly boroughId: string;
  readonly boroughName: string;
}

/** Who is signed in, and whether they may start statements. */
export interface WhoIsHere {
  readonly person: SignedInPerson | null;
  readonly mayStart: boolean;
}

/** What an invitation offers. */
export interface Offer {
  readonly statementTitle: string;
  readonly boroughName: string;
  readonly role: Role;
  readonly agrees: boolean;
  /** Whom it is for, or null. */
  readonly name: string | null;
}

const whoIsHere: z.ZodType<WhoIsHere> = z.object({
  person: z
    .object({ id: z.string(), name: z.string(), boroughId: z.string(), boroughName: z.string() })
    .nullable(),
  mayStart: z.boolean(),
});

const offer: z.ZodType<Offer> = z.object({
  statementTitle: z.string(),
  boroughName: z.string(),
  role: z.enum(allRoles),
  agrees: z.boolean(),
  name: z.string().nullable(),
});

export function askWhoIsHere(): Promise<WhoIsHere> {
  return request("/api/me", { answer: whoIsHere });
}

/** @throws CommandRefused `link-used` when the start link works no more */
export async function checkStartLink(token: string): Promise<void> {
  await request(`/api/start/${encodeURIComponent(token)}`, { answer: noAnswer });
}

export async function startHere(start: {
  readonly token: string;
  readonly name: string;
  readonly borough: string;
}): Promise<void> {
  await askOnce.post("/api/start", start, noAnswer);
  forgetAllOpenings();
}

/** @throws CommandRefused `link-used` when the invitation works no more */
export function readInvitation(token: string): Promise<Offer> {
  return request(`/api/invitations/${encodeURIComponent(token)}`, { answer: offer });
}

/** @returns the id of the statement that the invitation was for */
export async function joinStatement(token: string, name: string): Promise<string> {
  const answer = z.object({ statementId: z.string() });
  const body = { token, name };
  const { statementId } = await askOnce.post("/api/join", body, answer);
  forgetAllOpenings();
  return statementId;
}

/** @throws CommandRefused `link-used` */
export async function signInByLink(token: string): Promise<void> {
  await askOnce.post("/api/sign-in", { token }, noAnswer);
  forgetAllOpenings();
}

export async function signOut(): Promise<void> {
  // Also where no server can be told: whoever comes next at this computer opens nothing of it.
  forgetAllOpenings();
  await request("/api/sign-out", { method: "POST", answer: noAnswer });
}
