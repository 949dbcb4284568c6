/** The text part of the store, over Kysely. */
import type { Kysely, Selectable, Transaction } from "kysely";
import { chunks, commitSteps, type CommitSteps } from "./commit-steps.ts";
import { alone, atOneMoment, type Database } from "./database.ts";
import { keepEdits, readEdits, sittingMs, type StoredEdit } from "./history-store.ts";
import { readWords } from "./read-words.ts";
import { entryOf } from "./record-store.ts";
import { readChanges } from "./read-changes.ts";
import { Shapes } from "./shapes.ts";
import { type Together, WrongRows } from "./steps.ts";
import { snapshotOf, updatesAfter } from "./stored-text.ts";
import type { StatementsTable, Tables } from "./tables.ts";
import {
  Behind,
  type CommitResult,
  type Merged,
  NotTheirs,
  type Point,
  type StoredText,
  type TextStore,
} from "./text-store.ts";
import { packVersions } from "./version-store.ts";

export function textStore(database: Database): TextStore {
  const { db, together } = database;
  const shapes = new Shapes(db);
  return {
    async commit(commit) {
      const versions = commit.versions.length > 0 ? await packVersions(commit.versions) : [];
      return await run(commitSteps({ db, shapes }, commit, versions), together);
    },
    async points(statementIds) {
      const points = new Map<string, Point>();
      for (const some of chunks(statementIds)) {
        const rows = await db
          .selectFrom("statements")
          .select(["id", "last_beat", "last_entry"])
          .where("id", "in", some)
          .execute();
        for (const row of rows) points.set(row.id, { beat: row.last_beat, entry: row.last_entry });
      }
      return points;
    },
    changesAfter: (statementId, point) =>
      atOneMoment(database, (transaction) => readChanges(transaction, statementId, point)),
    load: (statementId) => atOneMoment(database, (transaction) => read(transaction, statementId)),
    words: (statementId) =>
      atOneMoment(database, (transaction) => readWords(transaction, statementId)),
    loadWithHistory: (statementId, part) =>
      atOneMoment(database, async (transaction) => {
        const stored = await read(transaction, statementId);
        if (!stored) return null;
        const edits = await readEdits(transaction, statementId, part);
        return { stored, edits, recent: await readRecent(transaction, statementId, stored) };
      }),
    toMerge: (statementId) =>
      atOneMoment(database, async (transaction) => {
        const stored = await read(transaction, statementId);
        if (!stored || stored.updates.length === 0) return null;
        return { stored, recent: await readRecent(transaction, statementId, stored) };
      }),
    async keepMerged(statementId, at, merged) {
      const isKept = await alone(database, `snapshot ${statementId}`, (transaction) =>
        replace(transaction, { statementId, at, merged }),
      );
      return isKept ? { rows: merged.rows, bytes: merged.rowBytes } : { rows: 0, bytes: 0 };
    },
    removeMerged: (statementId) => removeMerged(db, statementId),
  };
}

/** What the step answers with that numbers a beat. */
type Numbered = Pick<Selectable<StatementsTable>, "last_beat" | "last_entry">;

async function run({ steps, shares }: CommitSteps, together: Together): Promise<CommitResult> {
  try {
    const answers = await together(steps);
    return new Map(
      shares.map(({ statementId }, step) => {
        // Each answered with one row, or there was WrongRows.
        const [row] = answers[step] as readonly [Numbered];
        return [statementId, { beat: row.last_beat, entry: row.last_entry }] as const;
      }),
    );
  } catch (error) {
    throw error instanceof WrongRows ? whyNot(shares[error.step]) : error;
  }
}

/** @param share of the statement whose beat could not be numbered, if that was it */
function whyNot(share: CommitSteps["shares"][number] | undefined): Error {
  if (!share) return new NotTheirs();
  const expects = share.beat !== undefined || share.entry !== undefined;
  return expects ? new Behind() : new Error("There is no such statement.");
}

/** The edits that can go on with the first of the rows; none when there are no rows. */
async function readRecent(
  db: Kysely<Tables>,
  statementId: string,
  { updates: [first] }: StoredText,
): Promise<StoredEdit[]> {
  if (!first) return [];
  const since = new Date(Date.parse(first.at) - sittingMs).toISOString();
  return await readEdits(db, statementId, { since });
}

/** @returns false when the snapshot is no longer the one that was merged */
async function replace(
  transaction: Transaction<Tables>,
  { statementId, at, merged }: { statementId: string; at: string; merged: Merged },
): Promise<boolean> {
  const { beat, snapshotBeat } = merged;
  const now = await transaction
    .selectFrom("text_snapshots")
    .select("beat")
    .where("statement_id", "=", statementId)
    .executeTakeFirst();
  if ((now?.beat ?? 0) !== snapshotBeat) return false;
  const snapshot = { beat, at, bytes: merged.bytes };
  await transaction
    .insertInto("text_snapshots")
    .values({ statement_id: statementId, ...snapshot })
    .onConflict((conflict) => conflict.column("statement_id").doUpdateSet(snapshot))
    .execute();
  const edits = [...merged.itemEdits].map(([itemId, edit]) => ({
    statement_id: statementId,
    item_id: itemId,
    person_id: edit.personId,
    at: edit.at,
  }));
  for (const rows of chunks(edits)) {
    await transaction
      .insertInto("item_edits")
      .values(rows)
      .onConflict((conflict) =>
        conflict.columns(["statement_id", "item_id"]).doUpdateSet((excluded) => ({
          person_id: excluded.ref("excluded.person_id"),
          at: excluded.ref("excluded.at"),
        })),
      )
      .execute();
  }
  await keepEdits(transaction, statementId, merged.edits);
  return true;
}

/** Rows that are removed in one go: what people type meanwhile is committed in between. */
const removedAtOnce = 1_000;

async function removeMerged(db: Kysely<Tables>, statementId: string): Promise<void> {
  const snapshot = await db
    .selectFrom("text_snapshots")
    .select("beat")
    .where("statement_id", "=", statementId)
    .executeTakeFirst();
  if (!snapshot) return;
  for (let isMore = true; isMore;) {
    const beyond = await db
      .selectFrom("text_updates")
      .select("beat")
      .where("statement_id", "=", statementId)
      .where("beat", "<=", snapshot.beat)
      .orderBy("beat")
      .offset(removedAtOnce)
      .limit(1)
      .executeTakeFirst();
    isMore = beyond !== undefined;
    await db
      .deleteFrom("text_updates")
      .where("statement_id", "=", statementId)
      .where("beat", "<=", beyond?.beat ?? snapshot.beat)
      .execute();
  }
}

async function read(
  transaction: Transaction<Tables>,
  statementId: string,
): Promise<StoredText | null> {
  const statement = await transaction
    .selectFrom("statements")
    .select(["title", "item_count", "changed_at"])
    .where("id", "=", statementId)
    .executeTakeFirst();
  if (!statement) return null;
  const snapshot = await snapshotOf(transaction, statementId);
  const updates = await updatesAfter(transaction, statementId, snapshot?.beat ?? 0)
    .select(["beat", "part", "person_id as personId", "at", "bytes"])
    .execute();
  const clientIds = await transaction
    .selectFrom("client_ids")
    .select(["client_id", "person_id"])
    .where("statement_id", "=", statementId)
    .execute();
  const itemEdits = await transaction
    .selectFrom("item_edits")
    .select(["item_id", "person_id", "at"])
    .where("statement_id", "=", statementId)
    .execute();
  const entries = await transaction
    .selectFrom("entries")
    .selectAll()
    .where("statement_id", "=", statementId)
    .orderBy("number")
    .execute();
  return {
    snapshot: snapshot?.bytes ?? null,
    snapshotBeat: snapshot?.beat ?? 0,
    updates,
    clientIds: new Map(clientIds.map((row) => [row.client_id, row.person_id])),
    itemEdits: new Map(
      itemEdits.map((row) => [row.item_id, { personId: row.person_id, at: row.at }]),
    ),
    entries: entries.map(entryOf),
    summary: {
      title: statement.title,
      itemCount: statement.item_count,
      changedAt: statement.changed_at,
    },
  };
}
