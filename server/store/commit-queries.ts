/** Everything that a commit writes, as queries that need no answer: they can go to the database in one piece. */
import type { CompiledQuery, Kysely } from "kysely";
import { memberQueries } from "./member-queries.ts";
import { rowOf } from "./record-store.ts";
import type { Tables, VersionsTable } from "./tables.ts";
import type { Commit } from "./text-store.ts";

/** Rows in one insert: SQLite takes at most 32,766 parameters. */
const rowsAtOnce = 1_000;

/** @param versions those of the commit, packed */
export function commitQueries(
  db: Kysely<Tables>,
  commit: Commit,
  versions: readonly VersionsTable[],
): CompiledQuery[] {
  const updates = commit.updates.map(({ statementId, personId, ...row }) => ({
    statement_id: statementId,
    person_id: personId,
    ...row,
  }));
  const clientIds = commit.clientIds.map(({ statementId, clientId, personId }) => ({
    statement_id: statementId,
    client_id: clientId,
    person_id: personId,
  }));
  const references = commit.references.map(({ statementId, itemId, reference }) => ({
    statement_id: statementId,
    item_id: itemId,
    reference,
  }));
  return [
    ...chunks(updates).map((rows) => db.insertInto("text_updates").values(rows).compile()),
    ...chunks(clientIds).map((rows) => db.insertInto("client_ids").values(rows).compile()),
    ...chunks(commit.entries.map(rowOf)).map((rows) =>
      db.insertInto("entries").values(rows).compile(),
    ),
    ...memberQueries(db, commit.entries),
    ...chunks(references).map((rows) => db.insertInto("given_references").values(rows).compile()),
    // One by one: each may be as large as a statement.
    ...versions.map((row) => db.insertInto("versions").values(row).compile()),
    ...commit.summaries.map(({ statementId, title, itemCount, changedAt }) =>
      db
        .updateTable("statements")
        .set({ title, item_count: itemCount, changed_at: changedAt })
        .where("id", "=", statementId)
        .compile(),
    ),
  ];
}

/** The rows in pieces small enough for one query. */
export function chunks<Row>(rows: readonly Row[]): Row[][] {
  const pieces: Row[][] = [];
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    pieces.push(rows.slice(from, from + rowsAtOnce));
  }
  return pieces;
}
