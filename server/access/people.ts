/**
 * Changing what people may do in a statement, and removing them. Their open pages are cut off by the entry itself.
 * Promises that a statement always keeps a lead.
 */
import type { Role } from "../../shared/access.ts";
import { changeRole } from "../../shared/commands/change-role.ts";
import { removePerson } from "../../shared/commands/remove-person.ts";
import type { EntryDraft } from "../../shared/entry.ts";
import { memberIn, membersIn, memberWhoMay } from "../../shared/members.ts";
import type { Member } from "../../shared/access.ts";
import type { RecordState } from "../../shared/record-state.ts";
import { Refusal } from "../../shared/refusal.ts";
import type { Resources } from "../resources.ts";

interface Change {
  readonly statementId: string;
  /** The lead who asks for it. */
  readonly by: string;
  readonly personId: string;
}

/**
 * @param change without `agrees` that stays as it is
 * @throws Refusal `not-found`, `not-allowed`, `already-so`
 */
export async function changeRoleOf(
  resources: Resources,
  { role, ...change }: Change & { readonly role: Role; readonly agrees?: boolean | undefined },
): Promise<void> {
  await changePerson(resources, change, (record, person) => {
    const agrees = change.agrees ?? person.agrees;
    if (person.role === role && person.agrees === agrees)
      throw new Refusal("already-so", `${person.name} has that role already.`);
    if (role !== "lead") refuseLastLead(record, person);
    return {
      type: changeRole.name,
      facts: { personId: person.personId, role, agrees },
      words: {},
    };
  });
}

/** @throws Refusal `not-found`, `not-allowed` */
export async function removeFromStatement(resources: Resources, change: Change): Promise<void> {
  await changePerson(resources, change, (record, person) => {
    refuseLastLead(record, person);
    return { type: removePerson.name, facts: { personId: person.personId }, words: {} };
  });
}

async function changePerson(
  { rooms }: Resources,
  { statementId, by, personId }: Change,
  draftOf: (record: RecordState, person: Member) => EntryDraft,
): Promise<void> {
  await rooms.use(statementId, async (room) => {
    const { boroughId } = memberWhoMay(room.record, by, "manage-people");
    await room.act({ personId: by, boroughId }, ({ record }) => {
      // Asked again under the lock: the lead may just have been removed.
      memberWhoMay(record, by, "manage-people");
      const person = memberIn(record, personId);
      if (!person) throw new Refusal("not-found", "That person is not in this statement.");
      return { drafts: [draftOf(record, person)] };
    });
  });
}

function refuseLastLead(record: RecordState, person: Member): void {
  if (person.role !== "lead") return;
  if (
    membersIn(record).some(({ role, personId }) => role === "lead" && personId !== person.personId)
  )
    return;
  throw new Refusal(
    "not-allowed",
    `${person.name} is the only lead of this statement. Make somebody else a lead first.`,
  );
}
