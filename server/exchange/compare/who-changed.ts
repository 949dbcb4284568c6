/** Who changed each item between two moments, for the authors of tracked changes. The last one where there are several. */
import type { RecordState } from "../../../shared/record-state.ts";
import { storySince } from "../../history/read-history.ts";
import type { ReadStore } from "../../store/store.ts";
import type { TrackedBy } from "../docx/tracks.ts";

interface Between {
  readonly statementId: string;
  /** ISO 8601. */
  readonly from: string;
  readonly to: string;
  /** Knows what people are called. */
  readonly record: RecordState;
}

/** Item id → person, in no order. */
export async function whoChanged(
  store: ReadStore["text"],
  { statementId, from, to, record }: Between,
): Promise<Readonly<Record<string, TrackedBy>>> {
  if (from >= to) return {};
  const changed: Record<string, TrackedBy> = {};
  for (const told of (await storySince(store, statementId, from)).toReversed()) {
    if (told.kind !== "edit" || told.at > to) continue;
    const person = record.people.get(told.personId);
    const others = told.others.length > 0 ? " and others" : "";
    if (person)
      changed[told.itemId] = {
        name: `${person.name} (${person.boroughName})${others}`,
        at: told.at,
      };
  }
  return changed;
}
