/**
 * Everything that a commit writes, as steps that can go to the database in one piece. The first steps
 * number the beats, statement by statement, and thereby lock each statement's row until the end: in
 * order of id, so that two servers that commit the same statements never wait for each other.
 */
import { type Kysely, type RawBuilder, sql } from "kysely";
import { memberQueries } from "./member-queries.ts";
import { rowOf } from "./record-store.ts";
import type { Shapes } from "./shapes.ts";
import type { Answered, Step } from "./steps.ts";
import type { Tables, VersionsTable } from "./tables.ts";
import { Behind, type ClientIdRow, type Commit, NotTheirs, type SummaryRow } from "./text-store.ts";

/** Rows in one insert: SQLite takes at most 32,766 parameters. */
const rowsAtOnce = 1_000;

/** What a commit does to one statement. */
interface Share {
  readonly statementId: string;
  updates: number;
  entries: number;
  summary?: SummaryRow;
  /** Where the statement has to be. */
  beat?: number;
  entry?: number;
}

export interface CommitSteps {
  readonly steps: readonly Step[];
  /** The first so many number the beats; each answers with `last_beat` and `last_entry`. */
  readonly shares: readonly Readonly<Share>[];
}

/**
 * @param versions those of the commit, packed
 * @throws Behind when its parts expect different things of one statement, of which one cannot be so
 */
export function commitSteps(
  { db, shapes }: { readonly db: Kysely<Tables>; readonly shapes: Shapes },
  commit: Commit,
  versions: readonly VersionsTable[],
): CommitSteps {
  const shares = sharesOf(commit);
  const beats = new Map<string, Answered>(
    shares.map(({ statementId }, step) => [statementId, { step, column: "last_beat" }]),
  );
  const steps = [
    ...shares.map((share) => numberBeat(shapes, share)),
    ...updateSteps(shapes, commit, beats),
    ...clientIdSteps(db, commit, beats),
    ...chunks(commit.entries.map(rowOf)).map((rows) =>
      db.insertInto("entries").values(rows).compile(),
    ),
    ...memberQueries(db, commit.entries),
    ...chunks(referenceRows(commit)).map((rows) =>
      db.insertInto("given_references").values(rows).compile(),
    ),
    // One by one: each may be as large as a statement.
    ...versions.map((row) => db.insertInto("versions").values(row).compile()),
  ];
  return { steps, shares };
}

function sharesOf({ expects, updates, clientIds, entries, summaries }: Commit): Share[] {
  const shares = new Map<string, Share>();
  const of = (statementId: string): Share => {
    const known = shares.get(statementId);
    if (known) return known;
    const share = { statementId, updates: 0, entries: 0 };
    shares.set(statementId, share);
    return share;
  };
  for (const { statementId, beat, entry } of expects) {
    hasToBe(of(statementId), "beat", beat);
    hasToBe(of(statementId), "entry", entry);
  }
  for (const { statementId } of updates) of(statementId).updates += 1;
  for (const { statementId } of clientIds) of(statementId);
  for (const summary of summaries) of(summary.statementId).summary = summary;
  for (const { statementId, number } of entries) {
    const share = of(statementId);
    hasToBe(share, "entry", number - 1 - share.entries);
    share.entries += 1;
  }
  return [...shares.values()].toSorted((a, b) => (a.statementId < b.statementId ? -1 : 1));
}

function hasToBe(share: Share, what: "beat" | "entry", number: number): void {
  share[what] ??= number;
  if (share[what] !== number) throw new Behind();
}

function numberBeat(
  shapes: Shapes,
  { statementId, updates, entries, summary, beat, entry }: Share,
): Step {
  const shape = shapes.numberBeat({
    summary: summary !== undefined,
    beat: beat !== undefined,
    entry: entry !== undefined,
  });
  const parameters: unknown[] = [updates > 0 ? 1 : 0, entries];
  if (summary) parameters.push(summary.title, summary.itemCount, summary.changedAt);
  parameters.push(statementId);
  if (beat !== undefined) parameters.push(beat);
  if (entry !== undefined) parameters.push(entry);
  return { sql: shape, parameters, rows: 1 };
}

function updateSteps(
  shapes: Shapes,
  { updates }: Commit,
  beats: ReadonlyMap<string, Answered>,
): Step[] {
  const parts = new Map<string, number>();
  const rows = updates.map(({ statementId, personId, at, bytes }) => {
    const part = parts.get(statementId) ?? 0;
    parts.set(statementId, part + 1);
    return [statementId, beats.get(statementId), part, personId, at, bytes];
  });
  const steps: Step[] = [];
  for (let from = 0; from < rows.length;) {
    const { sql: shape, rows: count } = shapes.updates(rows.length - from);
    steps.push({ sql: shape, parameters: rows.slice(from, from + count).flat() });
    from += count;
  }
  return steps;
}

/** The same person may use a client id on two servers; another one's is not touched, and so not answered with. */
function clientIdSteps(
  db: Kysely<Tables>,
  { clientIds }: Commit,
  beats: ReadonlyMap<string, Answered>,
): Step[] {
  const beatOf = (statementId: string): RawBuilder<number> => sql`${beats.get(statementId)}`;
  const rows = withoutDoubles(clientIds).map(({ statementId, clientId, personId }) => ({
    statement_id: statementId,
    client_id: clientId,
    person_id: personId,
    beat: beatOf(statementId),
  }));
  return chunks(rows).map((some) => ({
    ...db
      .insertInto("client_ids")
      .values(some)
      .onConflict((conflict) =>
        conflict
          .columns(["statement_id", "client_id"])
          .doUpdateSet((row) => ({ beat: row.ref("client_ids.beat") }))
          .whereRef("client_ids.person_id", "=", "excluded.person_id"),
      )
      .returning("client_id")
      .compile(),
    rows: some.length,
  }));
}

/**
 * PostgreSQL does not touch a row twice in one insert.
 * @throws when a client id is two people's
 */
function withoutDoubles(clientIds: readonly ClientIdRow[]): ClientIdRow[] {
  const byKey = new Map<string, ClientIdRow>();
  for (const row of clientIds) {
    const key = `${row.clientId} ${row.statementId}`;
    if ((byKey.get(key) ?? row).personId !== row.personId) throw new NotTheirs();
    byKey.set(key, row);
  }
  return [...byKey.values()];
}

function referenceRows({ references }: Commit) {
  return references.map(({ statementId, itemId, reference }) => ({
    statement_id: statementId,
    item_id: itemId,
    reference,
  }));
}

/** The rows in pieces small enough for one query. */
export function chunks<Row>(rows: readonly Row[], size = rowsAtOnce): Row[][] {
  const pieces: Row[][] = [];
  for (let from = 0; from < rows.length; from += size) {
    pieces.push(rows.slice(from, from + size));
  }
  return pieces;
}
