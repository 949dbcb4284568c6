/** The notices' part of the store: what each person has read, and what they do not want to hear of. */
import type { Kysely } from "kysely";
import { z } from "zod";
import { allNoticeKinds } from "../../shared/notices.ts";
import { nothingRead, type NoticeReading } from "../../shared/notice-reading.ts";
import { alone, type Database } from "./database.ts";
import type { Tables } from "./tables.ts";

export interface NoticeStore {
  /** `nothingRead` for whoever never read any. */
  reading(statementId: string, personId: string): Promise<NoticeReading>;
  /** Changes what is kept, in one transaction: two pages of a person may ask at once. @returns what is kept now */
  changeReading(
    statementId: string,
    personId: string,
    change: (before: NoticeReading) => NoticeReading,
  ): Promise<NoticeReading>;
}

const keys = z.array(z.string()).catch([]);
/** Kinds that a later Needline knows are left alone by this one. */
const kinds = z
  .array(z.string())
  .catch([])
  .transform((names) => allNoticeKinds.filter((kind) => names.includes(kind)));

export function noticeStore(database: Database): NoticeStore {
  const { db } = database;
  return {
    reading: (statementId, personId) => read(db, statementId, personId),

    changeReading: (statementId, personId, change) =>
      alone(database, `notices ${statementId} ${personId}`, async (transaction) => {
        const after = change(await read(transaction, statementId, personId));
        const row = {
          read_to: after.readTo,
          read_keys: JSON.stringify(after.readKeys),
          off: JSON.stringify(after.off),
        };
        await transaction
          .insertInto("notice_readings")
          .values({ statement_id: statementId, person_id: personId, ...row })
          .onConflict((conflict) =>
            conflict.columns(["statement_id", "person_id"]).doUpdateSet(row),
          )
          .execute();
        return after;
      }),
  };
}

async function read(
  db: Kysely<Tables>,
  statementId: string,
  personId: string,
): Promise<NoticeReading> {
  const row = await db
    .selectFrom("notice_readings")
    .selectAll()
    .where("statement_id", "=", statementId)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  if (!row) return nothingRead;
  return {
    readTo: row.read_to,
    readKeys: keys.parse(JSON.parse(row.read_keys)),
    off: kinds.parse(JSON.parse(row.off)),
  };
}
