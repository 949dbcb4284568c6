/** Joining a statement by an invitation: a new person says their name, somebody signed in just gains the statement. */
import { allRoles, type Member } from "../../shared/access.ts";
import { join } from "../../shared/commands/join.ts";
import type { EntryDraft } from "../../shared/entry.ts";
import { titleOf } from "../../shared/items.ts";
import { memberIn } from "../../shared/members.ts";
import type { RecordState } from "../../shared/record-state.ts";
import { Refusal } from "../../shared/refusal.ts";
import type { Resources } from "../resources.ts";
import type { Invitation, Person } from "../store/people-store.ts";
import { isUsedUp } from "./invitations.ts";
import { startSession } from "./sessions.ts";
import { hashToken } from "./tokens.ts";

/** What an invitation offers, for whoever holds its link. */
export interface Offer {
  readonly statementTitle: string;
  readonly boroughName: string;
  readonly role: Invitation["role"];
  readonly agrees: boolean;
  readonly name: string | null;
}

/** @throws Refusal `link-used` */
export async function offerOf(resources: Resources, token: string): Promise<Offer> {
  const invitation = await usableInvitation(resources, token);
  return resources.rooms.use(invitation.statementId, ({ doc, record }) => {
    if (isUsedUp(record, invitation)) throw invitationUsed();
    const { boroughName, role, agrees, name } = invitation;
    return { statementTitle: titleOf(doc), boroughName, role, agrees, name };
  });
}

interface Joining {
  readonly token: string;
  readonly name: string;
  /** The person whose browser it is, or null for somebody new. */
  readonly signedIn: string | null;
  /** Of somebody new and of their session. One who joined before, and did not hear so, is let in again. */
  readonly named: { readonly id: string; readonly token: string };
}

/**
 * Joins a statement.
 * @returns the statement; and whether somebody new joined, who has a session now
 * @throws Refusal `link-used`, `not-allowed`
 */
export async function joinByInvitation(
  resources: Resources,
  { token, name, signedIn, named }: Joining,
): Promise<{ statementId: string; isNew: boolean }> {
  const invitation = await usableInvitation(resources, token);
  const { statementId } = invitation;
  const existing = signedIn === null ? null : await resources.store.people.person(signedIn);
  if (existing) {
    await takeIn(resources, invitation, existing);
    return { statementId, isNew: false };
  }
  const { boroughId, boroughName } = invitation;
  const person = { id: named.id, name, boroughId, boroughName };
  await resources.rooms.use(statementId, ({ record }) => {
    const isIn = memberIn(record, person.id) !== null;
    if (!isIn && isUsedUp(record, invitation)) throw invitationUsed();
  });
  await resources.store.people.addPerson({ ...person, at: resources.now() });
  await takeIn(resources, invitation, person);
  await startSession(resources, person.id, named.token);
  return { statementId, isNew: true };
}

async function takeIn(resources: Resources, invitation: Invitation, person: Person): Promise<void> {
  const by = { personId: person.id, boroughId: person.boroughId };
  await resources.rooms.use(invitation.statementId, (room) =>
    room.act(by, ({ record }) => ({ drafts: joining(record, invitation, person) })),
  );
}

/** The entry that lets the person in; none when the invitation gives them nothing they do not have. */
function joining(record: RecordState, invitation: Invitation, person: Person): EntryDraft[] {
  const now = memberIn(record, person.id);
  const { role, agrees } = now ? atLeast(now, invitation) : invitation;
  if (now && now.role === role && now.agrees === agrees) return [];
  if (isUsedUp(record, invitation)) throw invitationUsed();
  if (person.boroughId !== invitation.boroughId) {
    throw new Refusal(
      "not-allowed",
      `This invitation is for ${invitation.boroughName}. You are signed in as ${person.name}, ${person.boroughName}: sign out first, or ask for an invitation for ${person.boroughName}.`,
    );
  }
  const removed = record.people.get(person.id)?.removed;
  if (removed && removed.at >= invitation.madeAt) {
    throw new Refusal(
      "not-allowed",
      "You were removed from this statement. Ask a lead for a new invitation.",
    );
  }
  return [joinDraft(person, role, agrees, invitation.id)];
}

/** The entry with which a person is in a statement. */
export function joinDraft(
  person: Person,
  role: Member["role"],
  agrees: boolean,
  invitationId: string | null,
): EntryDraft {
  return {
    type: join.name,
    facts: { personId: person.id, boroughId: person.boroughId, role, agrees, invitationId },
    words: { name: person.name, boroughName: person.boroughName },
  };
}

/** Nobody loses what they may by opening another invitation. */
function atLeast(now: Member, invitation: Invitation): Pick<Member, "role" | "agrees"> {
  const rank = Math.min(allRoles.indexOf(now.role), allRoles.indexOf(invitation.role));
  return { role: allRoles[rank] ?? now.role, agrees: now.agrees || invitation.agrees };
}

async function usableInvitation(resources: Resources, token: string): Promise<Invitation> {
  const invitation = await resources.store.people.invitation(hashToken(token));
  if (!invitation || invitation.withdrawnAt !== null) throw invitationUsed();
  return invitation;
}

function invitationUsed(): Refusal {
  return new Refusal(
    "link-used",
    "This invitation was used already or withdrawn. Ask the person who sent it for a new one.",
  );
}
