/** A statement as it was in a version, or as it is now. */
import type { WholeStatement } from "../../shared/whole-statement.ts";
import { wholeNow } from "../record/whole-now.ts";
import type { Resources } from "../resources.ts";
import { readVersion } from "./read-version.ts";

/** Number of a version, or now. */
export type Moment = number | "now";

/** @throws Refusal `not-found` */
export function readMoment(
  { rooms, store, now }: Pick<Resources, "rooms" | "store" | "now">,
  statementId: string,
  moment: Moment,
): Promise<WholeStatement> {
  return moment === "now"
    ? rooms.use(statementId, (room) => wholeNow(room, now()))
    : readVersion(store, statementId, moment);
}
