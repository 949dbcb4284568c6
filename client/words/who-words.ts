/** Who did something, in a few words: "Tom, Hackney". */
import type { Deed } from "../../shared/deed.ts";
import type { RecordState } from "../../shared/record-state.ts";

export function whoWords(deed: Pick<Deed, "personId">, record: RecordState): string {
  const person = record.people.get(deed.personId);
  return person ? `${person.name}, ${person.boroughName}` : "Someone";
}
