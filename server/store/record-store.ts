/** The record part of the store. Entries are written only by a commit of the text store. */
import type { Kysely } from "kysely";
import type { Entry } from "../../shared/entry.ts";
import type { EntriesTable, Tables } from "./tables.ts";

export interface RecordStore {
  /** Every statement, oldest first; those of one moment in order of their ids. */
  statements(): Promise<{ id: string; title: string }[]>;
  /** The entries after `number`, in order. Empty when there is no such statement. */
  entriesAfter(statementId: string, number: number): Promise<Entry[]>;
}

export function recordStore(db: Kysely<Tables>): RecordStore {
  return {
    statements: () =>
      db
        .selectFrom("statements")
        .select(["id", "title"])
        .orderBy("created_at")
        .orderBy("id")
        .execute(),

    async entriesAfter(statementId, number) {
      const rows = await db
        .selectFrom("entries")
        .selectAll()
        .where("statement_id", "=", statementId)
        .where("number", ">", number)
        .orderBy("number")
        .execute();
      return rows.map(entryOf);
    },
  };
}

export function entryOf(row: EntriesTable): Entry {
  return {
    number: row.number,
    statementId: row.statement_id,
    at: row.at,
    personId: row.person_id,
    boroughId: row.borough_id,
    type: row.type,
    facts: partsIn(row.facts),
    words: partsIn(row.words),
    wordsDigest: row.words_digest,
    hash: row.hash,
  };
}

export function rowOf(entry: Entry): EntriesTable {
  return {
    statement_id: entry.statementId,
    number: entry.number,
    at: entry.at,
    person_id: entry.personId,
    borough_id: entry.boroughId,
    type: entry.type,
    facts: JSON.stringify(entry.facts),
    words: JSON.stringify(entry.words),
    words_digest: entry.wordsDigest,
    hash: entry.hash,
  };
}

/** Read twice for each entry when a statement is opened: no schema, which takes five times as long. */
function partsIn(json: string): Record<string, unknown> {
  const parts: unknown = JSON.parse(json);
  if (typeof parts === "object" && parts !== null && !Array.isArray(parts))
    return parts as Record<string, unknown>;
  throw new Error("What an entry holds is an object.");
}
