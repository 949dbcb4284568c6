/**
 * `npm run verify-record [folder]`: works out the hashes of every statement's record again, and those
 * of the texts of its versions, and says, one line each, whether they hold. Ends with 1 when one does not. It may run beside the server.
 *
 * A chain cannot show that its newest entries were cut off. So each line ends with the last entry's
 * number and hash: whoever noted them earlier finds them in the record, or knows.
 */
import { access } from "node:fs/promises";
import { readConfig } from "../config.ts";
import { databaseIn, openStore } from "../store/open-store.ts";
import { verifyStatements } from "./verify-statements.ts";

const dataDir = process.argv[2] ?? readConfig().dataDir;
process.exitCode = (await verifyFolder(dataDir)) ? 0 : 1;

async function verifyFolder(folder: string): Promise<boolean> {
  try {
    // Opening a store makes one where there is none.
    await access(databaseIn(folder));
  } catch {
    console.error(
      `There is no needline.sqlite in ${folder}. Name the folder that the server keeps.`,
    );
    return false;
  }
  const store = await openStore(folder);
  try {
    return await verifyStatements(store, console.log);
  } finally {
    await store.close();
  }
}
