/**
 * `npm run backup [file]`: writes everything the server keeps to one file, beside the running server.
 * Promises that the file is all of one moment, and that it has its name only once it is whole, read
 * back and verified. Ends with 1 when there is none.
 */
import { readConfig } from "../config.ts";
import { backUp } from "./back-up.ts";

try {
  await backUp(readConfig(), { file: process.argv[2], now: new Date(), say: console.log });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
