/** A statement as it was in a version, or as it is now. */
import type { WholeStatement } from "../../shared/whole-statement.ts";
import { readWhole, type Reading } from "../record/read-stored.ts";
import { readVersion } from "./read-version.ts";

/** Number of a version, or now. */
export type Moment = number | "now";

/** @throws Refusal `not-found` */
export function readMoment(
  reading: Reading,
  statementId: string,
  moment: Moment,
): Promise<WholeStatement> {
  return moment === "now"
    ? readWhole(reading, statementId)
    : readVersion(reading.store, statementId, moment);
}
