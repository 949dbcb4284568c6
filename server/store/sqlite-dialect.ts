/**
 * Kysely over the SQLite thread. There is one connection, so whoever holds it (a transaction, a
 * query) goes alone and the others wait their turn.
 */
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type TransactionSettings,
} from "kysely";
import { SqliteThread } from "./sqlite-thread.ts";
import type { Together } from "./steps.ts";

export interface Sqlite {
  readonly dialect: Dialect;
  /** One question to the thread however many steps they are: waking it costs more than most queries. */
  readonly together: Together;
}

/** @param path of the database file. */
export function openSqlite(path: string): Sqlite {
  const driver = new SqliteDriver(path);
  return {
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => driver,
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
    together: (steps) => driver.together(steps),
  };
}

class SqliteDriver implements Driver {
  readonly #thread: SqliteThread;
  readonly #connection: DatabaseConnection;
  /** Resolves when nobody who asked so far holds the connection. */
  #free: Promise<void> = Promise.resolve();
  #release: () => void = () => {};

  constructor(path: string) {
    const thread = new SqliteThread(path);
    this.#thread = thread;
    this.#connection = {
      async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
        const { rows, changes } = await thread.ask(sql, parameters);
        return { rows: rows as R[], numAffectedRows: changes };
      },
      streamQuery() {
        throw new Error("Rows are not streamed out of SQLite.");
      },
    };
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#free;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#free = promise;
    await before;
    this.#release = resolve;
    return this.#connection;
  }

  releaseConnection(): Promise<void> {
    this.#release();
    return Promise.resolve();
  }

  async together(...[steps]: Parameters<Together>): ReturnType<Together> {
    await this.acquireConnection();
    try {
      return await this.#thread.askTogether(steps);
    } finally {
      await this.releaseConnection();
    }
  }

  /** One that only reads (`atOneMoment`) keeps nobody from writing, in this process or another. */
  async beginTransaction(
    connection: DatabaseConnection,
    { isolationLevel }: TransactionSettings,
  ): Promise<void> {
    const begin = isolationLevel === "repeatable read" ? "begin" : "begin immediate";
    await connection.executeQuery(CompiledQuery.raw(begin));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("commit"));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await connection.executeQuery(CompiledQuery.raw("rollback"));
    } catch {
      // SQLite rolls back by itself when the disk is full; the error that matters is on its way.
    }
  }

  async destroy(): Promise<void> {
    await this.#thread.close();
  }
}
