/**
 * `npm run restore <file>`: puts a backup in the place of what a stopped server keeps. What was there is
 * set aside, not deleted, and nothing is changed unless the backup holds. Ends with 1 when it did not.
 */
import { nanoid } from "nanoid";
import { readConfig } from "../config.ts";
import { restoreFrom } from "./restore-from.ts";

const file = process.argv[2];
try {
  if (file === undefined)
    throw new Error("Name the backup, for example: npm run restore -- data/backups/NAME.sqlite");
  await restoreFrom(file, readConfig(), { now: new Date(), epoch: nanoid(), say: console.log });
} catch (error) {
  console.error(whyNot(error));
  process.exitCode = 1;
}

function whyNot(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} ${error.cause.message}` : error.message;
}
