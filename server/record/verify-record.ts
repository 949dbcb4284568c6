/**
 * `npm run verify-record [folder]`, or with DATABASE_URL: works out the hashes of every statement's record again, and those
 * of the texts of its versions, and says, one line each, whether they hold. Ends with 1 when one does not. It may run beside the server.
 *
 * A chain cannot show that its newest entries were cut off. So each line ends with the last entry's
 * number and hash: whoever noted them earlier finds them in the record, or knows.
 */
import { access } from "node:fs/promises";
import { readConfig } from "../config.ts";
import { openPostgresStore } from "../store/open-postgres.ts";
import { databaseIn, openStore } from "../store/open-store.ts";
import type { Store } from "../store/store.ts";
import { verifyStatements } from "./verify-statements.ts";

const folder = process.argv[2];
const { dataDir, databaseUrl } = readConfig();
const allHold =
  databaseUrl && folder === undefined
    ? await verify(await openPostgresStore(databaseUrl))
    : await verifyFolder(folder ?? dataDir);
process.exitCode = allHold ? 0 : 1;

async function verifyFolder(path: string): Promise<boolean> {
  try {
    // Opening a store makes one where there is none.
    await access(databaseIn(path));
  } catch {
    console.error(`There is no needline.sqlite in ${path}. Name the folder that the server keeps.`);
    return false;
  }
  return await verify(await openStore(path));
}

async function verify(store: Store): Promise<boolean> {
  try {
    return await verifyStatements(store, console.log);
  } finally {
    await store.close();
  }
}
