/**
 * `npm run migrate-store`: moves what a stopped server keeps in DATA_DIR to the empty PostgreSQL database
 * that DATABASE_URL names, compares the two item by item, and says so. What is in the folder stays as it
 * is. Ends with 1 when anything differs.
 */
import { readConfig } from "../config.ts";
import { moveToPostgres } from "./move-to-postgres.ts";

try {
  await moveToPostgres(readConfig(), console.log);
} catch (error) {
  console.error(wordsOf(error));
  process.exitCode = 1;
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} ${wordsOf(error.cause)}` : error.message;
}
