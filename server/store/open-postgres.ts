/** Opens the store in a PostgreSQL database, brought up to date by one server at a time. */
import { Kysely, sql } from "kysely";
import pg from "pg";
import type { Database } from "./database.ts";
import { databaseFiles } from "./database-files.ts";
import { migrate } from "./migrate.ts";
import { PostgresLikeSqlite } from "./postgres-dialect.ts";
import { openPool } from "./postgres-pool.ts";
import { togetherOn } from "./postgres-together.ts";
import { storeOver } from "./store-over.ts";
import type { ReadStore, Store } from "./store.ts";
import type { Tables } from "./tables.ts";

/** Connections for everything but commits, which never wait behind reading. */
const readers = 10;
/** The journal commits once at a time; whoever starts a statement does it beside. */
const writers = 2;

/** People wait for it with words that are not saved, and all statements wait for one another's. */
const longestCommitMs = 10_000;

/** Any number that nothing else in the database uses. */
const migrationLock = 4_716_203_381;

/** @throws when it cannot be reached or its tables cannot be brought up to date */
export async function openPostgresStore(url: string): Promise<Store> {
  const { database, close } = await openPostgres(url);
  return { ...storeOver(database, databaseFiles(database.db)), close };
}

/** The database itself, brought up to date. @throws as `openPostgresStore` does */
export async function openPostgres(
  url: string,
): Promise<{ readonly database: Database; close(): Promise<void> }> {
  const commits = openPool(url, writers, longestCommitMs);
  const database = postgresAt(url, commits, readers);
  const close = async (): Promise<void> => {
    await database.db.destroy();
    await commits.end();
  };
  try {
    await migrateAlone(url, database.db);
  } catch (error) {
    await close();
    throw new Error(`The database ${nameOf(url)} cannot be opened. Look at DATABASE_URL.`, {
      cause: error,
    });
  }
  return { database, close };
}

/** @param url of a database that a server has open */
export function openPostgresToRead(url: string): ReadStore {
  const database = postgresAt(url, openPool(url, 1), 1);
  return storeOver(database, databaseFiles(database.db));
}

function postgresAt(url: string, commits: pg.Pool, most: number): Database {
  return {
    db: new Kysely<Tables>({ dialect: new PostgresLikeSqlite({ pool: openPool(url, most) }) }),
    together: togetherOn(commits),
    lock: async (transaction, name) => {
      await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(transaction);
    },
  };
}

/** Where it is, without the password. */
export function nameOf(url: string): string {
  const { host, pathname, searchParams } = new URL(url);
  const where = host === "" ? (searchParams.get("host") ?? "this machine") : host;
  return `${decodeURIComponent(pathname.slice(1))} on ${where}`;
}

/** Servers that start together wait for one another; Kysely's own lock does not cover its making of tables. */
async function migrateAlone(url: string, db: Kysely<Tables>): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [migrationLock]);
    await migrate(db);
  } finally {
    await client.end();
  }
}
