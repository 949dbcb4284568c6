/** Connections to PostgreSQL that notice when it does not answer, and are made again when it comes back. */
import pg from "pg";

/** Longer than any query of ours takes; whoever waits longer is told that it cannot be done now. */
const longestQueryMs = 25_000;

/**
 * @param max how many at most
 * @param statementMs how long a query may take
 */
export function openPool(url: string, max: number, statementMs = longestQueryMs): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 5_000,
    statement_timeout: statementMs,
    // For when not even an error comes back; the connection is given up then.
    query_timeout: statementMs + 2_000,
    // A server that vanished in the middle of a commit must not hold its locks for long.
    idle_in_transaction_session_timeout: 10_000,
    keepAlive: true,
    pipeline: true,
    application_name: "needline",
    types: { getTypeParser: parserOf },
  });
  pool.on("connect", (client) => {
    // Whoever asked hears of it; without a listener the process would end.
    client.on("error", () => {});
    client.query(keepsItsWord).catch(() => {});
  });
  // An idle connection was lost: the pool makes another when one is wanted.
  pool.on("error", () => {});
  return pool;
}

/** What is committed is on the disk, whatever the database is set to; stronger settings stay. */
const keepsItsWord = `
  select set_config('synchronous_commit', 'on', false)
  where current_setting('synchronous_commit') not in ('on', 'remote_apply')
`;

const { INT8, BYTEA } = pg.types.builtins;

type Parse = (value: string) => unknown;

/** Numbers of 64 bits are ours and small; bytes come as other engines give them. */
function parserOf(...[oid, format]: Parameters<typeof pg.types.getTypeParser>): Parse {
  if (oid === INT8) return Number;
  const parse = pg.types.getTypeParser(oid, format) as Parse;
  if (oid !== BYTEA) return parse;
  return (value) => {
    const { buffer, byteOffset, byteLength } = parse(value) as Buffer;
    return new Uint8Array(buffer, byteOffset, byteLength);
  };
}
