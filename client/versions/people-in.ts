/** The people of the record: the same until somebody comes, goes or gets another role. */
import type { RecordState } from "../../shared/record-state.ts";

export function peopleIn({ people }: RecordState): RecordState["people"] {
  return people;
}
