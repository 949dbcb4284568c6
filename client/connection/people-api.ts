/** Who takes part in a statement: invitations, roles, removing, sign-in links. For leads. */
import { z } from "zod";
import { allRoles, type Role } from "../../shared/access.ts";
import { askOnce } from "./ask-once.ts";
import { Listeners } from "./listeners.ts";
import { noAnswer, request } from "./request.ts";

/** What a new invitation says. */
export interface Invite {
  /** Id or name; another name is another organisation. */
  readonly borough: string;
  readonly role: Role;
  readonly agrees: boolean;
  /** Whom it is for, or null for anybody it reaches. */
  readonly name: string | null;
}

/** An invitation that was not withdrawn. Its link is shown only when it is made. */
export interface Invitation {
  readonly id: string;
  readonly borough: { readonly id: string; readonly name: string };
  readonly role: Role;
  readonly agrees: boolean;
  readonly name: string | null;
  readonly madeBy: { readonly name: string };
  /** ISO 8601. */
  readonly madeAt: string;
  /** Works for one person only. */
  readonly once: boolean;
  /** Who joined by it, oldest first. */
  readonly used: readonly { readonly personId: string; readonly name: string }[];
}

const invitation: z.ZodType<Invitation> = z.object({
  id: z.string(),
  borough: z.object({ id: z.string(), name: z.string() }),
  role: z.enum(allRoles),
  agrees: z.boolean(),
  name: z.string().nullable(),
  madeBy: z.object({ name: z.string() }),
  madeAt: z.string(),
  once: z.boolean(),
  used: z.array(z.object({ personId: z.string(), name: z.string() })),
});

const invitationListeners = new Listeners();

/** Tells when an invitation was made or withdrawn on this page. @returns a function that stops it */
export function onInvitationsChanged(listener: () => void): () => void {
  return invitationListeners.add(listener);
}

export async function listInvitations(statementId: string): Promise<readonly Invitation[]> {
  const answer = z.object({ invitations: z.array(invitation) });
  return (await request(`/api/statements/${statementId}/invitations`, { answer })).invitations;
}

/** @returns the link, which is shown only now */
export async function invite(statementId: string, body: Invite): Promise<string> {
  const answer = z.object({ url: z.string() });
  const path = `/api/statements/${statementId}/invitations`;
  const { url } = await askOnce.post(path, body, answer);
  invitationListeners.tell();
  return url;
}

export async function withdrawInvitation(statementId: string, id: string): Promise<void> {
  const path = `/api/statements/${statementId}/invitations/${id}`;
  await request(path, { method: "DELETE", answer: noAnswer });
  invitationListeners.tell();
}

export async function changeRole(
  statementId: string,
  personId: string,
  body: { readonly role: Role; readonly agrees: boolean },
): Promise<void> {
  const path = `/api/statements/${statementId}/people/${personId}`;
  await request(path, { method: "PATCH", body, answer: noAnswer });
}

export async function removePerson(statementId: string, personId: string): Promise<void> {
  const path = `/api/statements/${statementId}/people/${personId}`;
  await request(path, { method: "DELETE", answer: noAnswer });
}

/** @returns a link that signs the person in on another device, once, within 7 days */
export async function makeSignInLink(statementId: string, personId: string): Promise<string> {
  const answer = z.object({ url: z.string() });
  const path = `/api/statements/${statementId}/people/${personId}/sign-in-link`;
  return (await askOnce.post(path, undefined, answer)).url;
}
