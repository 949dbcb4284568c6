/**
 * The thread that holds the SQLite database, so that a slow disk never stops the event loop.
 * Promises that a committed transaction is on the disk (WAL, synchronous=FULL) and that questions
 * are answered in the order they were asked.
 */
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { parentPort, workerData } from "node:worker_threads";

/** One statement to run. */
export interface Question {
  readonly id: number;
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

export type Answer =
  | { readonly id: number; readonly rows: unknown[]; readonly changes: number | bigint }
  | { readonly id: number; readonly error: string };

/** How many prepared statements are kept. */
const preparedLimit = 200;

if (!parentPort) throw new Error("sqlite-worker.ts runs only as a worker thread.");
const port = parentPort;
const { path } = workerData as { path: string };

const database = new DatabaseSync(path, { enableForeignKeyConstraints: true, timeout: 5_000 });
database.exec("pragma journal_mode = wal; pragma synchronous = full;");
const prepared = new Map<string, StatementSync>();

port.on("message", (question: Question | "close") => {
  if (question === "close") {
    database.close();
    port.close();
    return;
  }
  port.postMessage(answer(question));
});

function answer({ id, sql, parameters }: Question): Answer {
  try {
    const statement = prepare(sql);
    const values = parameters as SQLInputValue[];
    if (statement.columns().length > 0) {
      return { id, rows: statement.all(...values), changes: 0 };
    }
    return { id, rows: [], changes: statement.run(...values).changes };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
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
