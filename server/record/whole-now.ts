/** A statement as it is now, text and record of one moment, for exports, versions and the comparison. */
import { priorityWordsOf, titleOf } from "../../shared/items.ts";
import { plainRecord } from "../../shared/record-state.ts";
import type { WholeStatement } from "../../shared/whole-statement.ts";
import type { Room } from "../sync/room.ts";

/** @param at ISO 8601, UTC: now */
export function wholeNow(room: Room, at: string): WholeStatement {
  return {
    statementId: room.statementId,
    title: titleOf(room.doc),
    priorityWords: priorityWordsOf(room.doc),
    items: room.items(),
    record: plainRecord(room.record),
    at,
    version: null,
  };
}
