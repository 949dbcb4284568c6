/** What boroughs are called: London's by the list, others by the people who came from them. */
import { londonBoroughs } from "../../shared/boroughs.ts";
import type { RecordState } from "../../shared/record-state.ts";

const london = new Map(londonBoroughs.map(({ id, name }) => [id, name]));

export function boroughName(record: RecordState, boroughId: string): string {
  const known = london.get(boroughId);
  if (known !== undefined) return known;
  for (const person of record.people.values())
    if (person.boroughId === boroughId) return person.boroughName;
  return boroughId;
}

export interface BoroughHere {
  readonly id: string;
  readonly name: string;
}

/** The boroughs that take part, and others that are named, by name. */
export function boroughsIn(record: RecordState, others: readonly string[] = []): BoroughHere[] {
  const byId = new Map(others.map((id) => [id, boroughName(record, id)]));
  for (const { boroughId, removed } of record.people.values())
    if (!removed) byId.set(boroughId, boroughName(record, boroughId));
  return [...byId]
    .map(([id, name]) => ({ id, name }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}
