/** Who takes part in a statement now, as its record tells. */
import { can, type Action, type Member } from "./access.ts";
import type { Borough } from "./boroughs.ts";
import type { RecordedPerson, RecordState } from "./record-state.ts";
import { noSuchStatement, Refusal } from "./refusal.ts";

/** The person as a member, or null when they never joined or were removed. */
export function memberIn(record: Pick<RecordState, "people">, personId: string): Member | null {
  const person = record.people.get(personId);
  return person && !person.removed ? memberOf(person) : null;
}

/** Everyone who takes part, in the order in which they joined. */
export function membersIn(record: RecordState): Member[] {
  return [...record.people.values()].filter((person) => !person.removed).map(memberOf);
}

const taking = new WeakMap<object, WeakMap<object, readonly Borough[]>>();

/**
 * Boroughs that take part, in the order in which they joined: those of which somebody may say
 * something, unless the borough says that it only reads along. The others are not waited for.
 */
export function boroughsIn(record: Pick<RecordState, "people" | "boroughs">): readonly Borough[] {
  const { people, boroughs } = record;
  const known = taking.get(people) ?? new WeakMap<object, readonly Borough[]>();
  taking.set(people, known);
  let found = known.get(boroughs);
  if (!found) {
    const names = new Map<string, string>();
    for (const { boroughId, boroughName, role, removed } of people.values()) {
      const readsAlong = boroughs.get(boroughId)?.takingPart === "read-along";
      if (role !== "reader" && !removed && !readsAlong) names.set(boroughId, boroughName);
    }
    found = [...names].map(([id, name]) => ({ id, name }));
    known.set(boroughs, found);
  }
  return found;
}

/**
 * The member, if they may.
 * @throws Refusal `not-found` for whoever is not in the statement, as if there were none;
 *   `not-allowed` when their role does not let them
 */
export function memberWhoMay(record: RecordState, personId: string, action: Action): Member {
  const member = memberIn(record, personId);
  if (!member) throw noSuchStatement();
  refuseUnlessAllowed(member, action);
  return member;
}

/** @throws Refusal `not-allowed` */
export function refuseUnlessAllowed(member: Member, action: Action): void {
  if (can(member, action)) return;
  if (can({ ...member, agrees: true }, action))
    throw new Refusal(
      "not-allowed",
      `Only somebody who agrees for ${member.boroughName} can do that. You can propose it, or ask a lead to let you agree for ${member.boroughName}.`,
    );
  throw new Refusal(
    "not-allowed",
    `Your role in this statement is ${member.role}, which does not let you do that. Ask a lead to change your role.`,
  );
}

function memberOf({ id, name, boroughId, boroughName, role, agrees }: RecordedPerson): Member {
  return { personId: id, name, boroughId, boroughName, role, agrees };
}
