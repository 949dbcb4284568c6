/**
 * `npm run verify-record [folder]`: works out the hashes of every statement's record again, and those
 * of the texts of its versions, and says, one line each, whether they hold. Ends with 1 when one does not. It may run beside the server.
 *
 * A chain cannot show that its newest entries were cut off. So each line ends with the last entry's
 * number and hash: whoever noted them earlier finds them in the record, or knows.
 */
import { access } from "node:fs/promises";
import { join } from "node:path";
import { findFirstBreak } from "../../shared/entry.ts";
import { emptyRecord } from "../../shared/record-state.ts";
import { foldEntries } from "../../shared/record.ts";
import { versionsIn } from "../../shared/version.ts";
import { readConfig } from "../config.ts";
import { openStore } from "../store/open-store.ts";
import type { Store } from "../store/store.ts";
import { digestOfText } from "../sync/text-to-keep.ts";

const dataDir = process.argv[2] ?? readConfig().dataDir;
process.exitCode = (await verifyFolder(dataDir)) ? 0 : 1;

async function verifyFolder(folder: string): Promise<boolean> {
  try {
    // Opening a store makes one where there is none.
    await access(join(folder, "needline.sqlite"));
  } catch {
    console.error(
      `There is no needline.sqlite in ${folder}. Name the folder that the server keeps.`,
    );
    return false;
  }
  const store = await openStore(folder);
  try {
    const statements = await store.record.statements();
    let allHold = true;
    for (const { id, title } of statements) {
      const { holds, says } = await verifyStatement(store, id);
      console.log(`${holds ? "holds" : "BROKEN"}  ${title || "(no title)"} (${id}): ${says}`);
      allHold &&= holds;
    }
    if (statements.length === 0) console.log("There are no statements yet.");
    return allHold;
  } finally {
    await store.close();
  }
}

async function verifyStatement(
  store: Store,
  id: string,
): Promise<{ holds: boolean; says: string }> {
  try {
    const entries = await store.record.entriesAfter(id, 0);
    const broken = findFirstBreak(entries);
    if (broken !== null) return { holds: false, says: broken };
    for (const { number, digest } of versionsIn(foldEntries(emptyRecord, entries))) {
      const json = await store.versions.text(id, number);
      if (json === null) return { holds: false, says: `the text of version ${number} is missing` };
      if (digestOfText(json) !== digest)
        return { holds: false, says: `the text of version ${number} was changed` };
    }
    const last = entries.at(-1);
    return {
      holds: true,
      says: last
        ? `${entries.length} entries, the last is ${last.number} ${last.hash}`
        : "no entries",
    };
  } catch {
    return { holds: false, says: "an entry is not as the server writes it and cannot be read" };
  }
}
