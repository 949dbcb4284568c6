/** For what is worked out of several parts of the record. */
import type { RecordState } from "../../shared/record-state.ts";

export function whole(record: RecordState): RecordState {
  return record;
}
