/**
 * Invitations: links that let people into a statement. One that gives lead, editor or *agrees for the
 * borough* is for one person and works once; those for reviewers and readers may be used by several.
 */
import type { Role } from "../../shared/access.ts";
import type { Borough } from "../../shared/boroughs.ts";
import { memberWhoMay } from "../../shared/members.ts";
import type { RecordState } from "../../shared/record-state.ts";
import { Refusal } from "../../shared/refusal.ts";
import type { Resources } from "../resources.ts";
import type { Invitation } from "../store/people-store.ts";
import { boroughFor } from "./boroughs.ts";
import { hashToken } from "./tokens.ts";

/** What a new invitation says. */
export interface Invite {
  readonly borough: string;
  readonly role: Role;
  readonly agrees: boolean;
  /** Whom it is for, or null for anybody it reaches. */
  readonly name: string | null;
}

interface InvitationToMake {
  readonly statementId: string;
  readonly by: string;
  /** Of one that is there already, because it was asked for before, nothing new is made. */
  readonly named: { readonly id: string; readonly token: string };
}

/** An invitation as leads see it: never with its token. */
export interface ListedInvitation {
  readonly id: string;
  readonly borough: Borough;
  readonly role: Role;
  readonly agrees: boolean;
  readonly name: string | null;
  readonly madeBy: { readonly personId: string; readonly name: string };
  readonly madeAt: string;
  /** Works for one person only. */
  readonly once: boolean;
  /** Who joined by it, oldest first. */
  readonly used: readonly {
    readonly personId: string;
    readonly name: string;
    readonly at: string;
  }[];
}

/** Whether an invitation of this kind is for one person. */
function worksOnce(invitation: { readonly role: Role; readonly agrees: boolean }): boolean {
  return invitation.role === "lead" || invitation.role === "editor" || invitation.agrees;
}

/** Whether somebody used it and it works no more. */
export function isUsedUp(record: RecordState, invitation: Invitation): boolean {
  return worksOnce(invitation) && record.joinsByInvitation.has(invitation.id);
}

/**
 * Makes an invitation.
 * @param by the lead who makes it
 * @returns its id and its token, which is shown once and not kept
 * @throws Refusal `not-found`, `not-allowed`
 */
export async function invite(
  resources: Resources,
  { statementId, by, borough, role, agrees, name, named }: Invite & InvitationToMake,
): Promise<{ id: string; token: string }> {
  await resources.rooms.use(statementId, ({ record }) => memberWhoMay(record, by, "invite"));
  const { id: boroughId } = await boroughFor(resources, borough);
  const { id, token } = named;
  await resources.store.people.addInvitation({
    id,
    statementId,
    tokenHash: hashToken(token),
    boroughId,
    role,
    agrees,
    name,
    madeBy: by,
    madeAt: resources.now(),
  });
  return { id, token };
}

/**
 * The invitations that were not withdrawn, oldest first.
 * @throws Refusal `not-found`, `not-allowed`
 */
export function listInvitations(
  resources: Resources,
  { statementId, by }: { statementId: string; by: string },
): Promise<ListedInvitation[]> {
  return resources.rooms.use(statementId, async ({ record }) => {
    memberWhoMay(record, by, "invite");
    const nameOf = (personId: string) => record.people.get(personId)?.name ?? "";
    const invitations = await resources.store.people.invitations(statementId);
    return invitations.map((invitation) => ({
      id: invitation.id,
      borough: { id: invitation.boroughId, name: invitation.boroughName },
      role: invitation.role,
      agrees: invitation.agrees,
      name: invitation.name,
      madeBy: { personId: invitation.madeBy, name: nameOf(invitation.madeBy) },
      madeAt: invitation.madeAt,
      once: worksOnce(invitation),
      used: (record.joinsByInvitation.get(invitation.id) ?? []).map(({ personId, at }) => ({
        personId,
        name: nameOf(personId),
        at,
      })),
    }));
  });
}

/**
 * Withdraws an invitation: nobody joins by it any more; those who did stay.
 * @throws Refusal `not-found`, `not-allowed`
 */
export async function withdrawInvitation(
  resources: Resources,
  { statementId, by, invitationId }: { statementId: string; by: string; invitationId: string },
): Promise<void> {
  await resources.rooms.use(statementId, ({ record }) => memberWhoMay(record, by, "invite"));
  const { people } = resources.store;
  if (!(await people.withdrawInvitation(statementId, invitationId, resources.now())))
    throw new Refusal("not-found", "There is no such invitation, or it was withdrawn already.");
}
