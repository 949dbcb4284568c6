/** What boroughs are called in files. */
import { findBorough, londonBoroughs } from "../../../shared/boroughs.ts";
import type { RecordState } from "../../../shared/record-state.ts";

/**
 * A name for every id, by which it is found again. Two of one name, and one that nobody knows, go by
 * their ids.
 */
export function boroughNames({
  people,
}: Pick<RecordState, "people">): (boroughId: string) => string {
  const names = new Map(londonBoroughs.map(({ id, name }) => [id, name]));
  for (const { boroughId, boroughName } of people.values()) names.set(boroughId, boroughName);
  const known = [...names].map(([id, name]) => ({ id, name }));
  const own = new Map(
    known.map(({ id, name }) => [id, findBorough(known, name)?.id === id ? name : id]),
  );
  return (boroughId) => own.get(boroughId) ?? boroughId;
}
