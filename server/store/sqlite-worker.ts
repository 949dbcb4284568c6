/**
 * The thread that holds the SQLite database, so that a slow disk never stops the event loop.
 * Promises that a committed transaction is on the disk (WAL, synchronous=FULL) and that questions
 * are answered in the order they were asked.
 */
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { parentPort, workerData } from "node:worker_threads";
import { fillIn, type Step } from "./steps.ts";
import { storable } from "./storable.ts";

export interface Query {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

export type Question =
  | ({ readonly kind: "query"; readonly id: number } & Query)
  /** To run in one transaction, all of them or none. */
  | { readonly kind: "together"; readonly id: number; readonly steps: readonly Step[] };

export type Answer =
  | { readonly id: number; readonly rows: unknown[]; readonly changes: number | bigint }
  | { readonly id: number; readonly answers: readonly (readonly unknown[])[] }
  /** This step answered with the wrong number of rows; nothing is kept. */
  | { readonly id: number; readonly wrongStep: number }
  | { readonly id: number; readonly error: string };

/** From so many bytes on. */
const large = 64 * 1024;
const mostLooked = 10;

/** How many prepared statements are kept. */
const preparedLimit = 200;

if (!parentPort) throw new Error("sqlite-worker.ts runs only as a worker thread.");
const port = parentPort;
const { path } = workerData as { path: string };

const database = new DatabaseSync(path, { enableForeignKeyConstraints: true, timeout: 5_000 });
// With secure_delete, words that are taken out are overwritten and not just let go.
database.exec("pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on;");
const prepared = new Map<string, StatementSync>();

port.on("message", (question: Question | "close") => {
  if (question === "close") {
    database.close();
    port.close();
    return;
  }
  const answered = answer(question);
  port.postMessage(answered, "rows" in answered ? largeIn(answered.rows) : []);
});

/** What is handed over instead of copied: the text of a statement may be megabytes. */
function largeIn(rows: readonly unknown[]): ArrayBuffer[] {
  const [first] = rows;
  // A few rows may hold a snapshot or a version; many rows are small, and looking costs more than copying.
  if (rows.length > mostLooked || typeof first !== "object" || first === null) return [];
  return rows.flatMap((row) =>
    Object.values(row as object).flatMap((value: unknown) =>
      value instanceof Uint8Array &&
      value.byteLength >= large &&
      value.byteLength === value.buffer.byteLength
        ? [value.buffer as ArrayBuffer]
        : [],
    ),
  );
}

function answer(question: Question): Answer {
  const { id } = question;
  try {
    if (question.kind === "query") return { id, ...run(question) };
    return { id, ...runTogether(question.steps) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

function run({ sql, parameters }: Query): { rows: unknown[]; changes: number | bigint } {
  const statement = prepare(sql);
  const values = parameters.map(storable) as SQLInputValue[];
  if (statement.columns().length > 0) return { rows: statement.all(...values), changes: 0 };
  return { rows: [], changes: statement.run(...values).changes };
}

function runTogether(
  steps: readonly Step[],
): { answers: readonly (readonly unknown[])[] } | { wrongStep: number } {
  database.exec("begin immediate");
  try {
    const answers: unknown[][] = [];
    for (const step of steps) {
      const { rows } = run({ sql: step.sql, parameters: fillIn(step.parameters, answers) });
      if (step.rows !== undefined && rows.length !== step.rows) {
        database.exec("rollback");
        return { wrongStep: answers.length };
      }
      answers.push(rows);
    }
    database.exec("commit");
    return { answers };
  } catch (error) {
    // SQLite has rolled back by itself when the disk is full.
    if (database.isTransaction) database.exec("rollback");
    throw error;
  }
}

function prepare(sql: string): StatementSync {
  let statement = prepared.get(sql);
  if (!statement) {
    if (prepared.size >= preparedLimit) prepared.clear();
    statement = database.prepare(sql);
    prepared.set(sql, statement);
  }
  return statement;
}
