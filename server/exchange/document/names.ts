/** What people and boroughs are called in files that people read. Those who left are known too. */
import { londonBoroughs } from "../../../shared/boroughs.ts";
import type { Deed } from "../../../shared/deed.ts";
import type { RecordState } from "../../../shared/record-state.ts";

export interface Names {
  readonly borough: (boroughId: string) => string;
  readonly person: (personId: string) => string;
  /** "Priya Shah (Camden)". */
  readonly whoDid: (deed: Pick<Deed, "personId" | "boroughId">) => string;
}

export function namesIn({ people }: Pick<RecordState, "people">): Names {
  const boroughs = new Map(londonBoroughs.map(({ id, name }) => [id, name]));
  for (const { boroughId, boroughName } of people.values()) boroughs.set(boroughId, boroughName);
  const borough = (id: string): string => boroughs.get(id) ?? id;
  const person = (id: string): string => people.get(id)?.name ?? "Someone";
  const whoDid: Names["whoDid"] = (deed) => `${person(deed.personId)} (${borough(deed.boroughId)})`;
  return { borough, person, whoDid };
}
