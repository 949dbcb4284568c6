/** Who did something, in a few words: "Tom, Hackney", or "Tom, Hackney; Ada, Camden; and 3 others". */
import type { Deed } from "../../shared/deed.ts";
import type { RecordState } from "../../shared/record-state.ts";

export function whoWords(deed: Pick<Deed, "personId">, record: RecordState): string {
  const person = record.people.get(deed.personId);
  return person ? `${person.name}, ${person.boroughName}` : "Someone";
}

/** So many are named. */
const mostNamed = 4;

/** @param personIds at least one */
export function whoTogether(personIds: readonly string[], record: RecordState): string {
  const names = personIds.map((personId) => whoWords({ personId }, record));
  if (names.length <= 2) return names.join(" and ");
  // One other would be named in as few words.
  const named = names.length === mostNamed + 1 ? names : names.slice(0, mostNamed);
  const left = names.length - named.length;
  const last = left > 0 ? `${left} others` : named.pop();
  return `${named.join("; ")}; and ${last}`;
}
