/** Whether the records and the versions of all statements are what they were when they were written. */
import { findFirstBreak } from "../../shared/entry.ts";
import { emptyRecord } from "../../shared/record-state.ts";
import { foldEntries } from "../../shared/record.ts";
import { versionsIn } from "../../shared/version.ts";
import type { Store } from "../store/store.ts";
import { digestOfText } from "../sync/text-to-keep.ts";

/**
 * Works out the hashes again.
 * @param say told one line for each statement
 * @returns whether all of them hold
 */
export async function verifyStatements(
  store: Pick<Store, "record" | "versions">,
  say: (line: string) => void,
): Promise<boolean> {
  const statements = await store.record.statements();
  let allHold = true;
  for (const { id, title } of statements) {
    const { holds, says } = await verifyStatement(store, id);
    say(`${holds ? "holds" : "BROKEN"}  ${title || "(no title)"} (${id}): ${says}`);
    allHold &&= holds;
  }
  if (statements.length === 0) say("There are no statements yet.");
  return allHold;
}

async function verifyStatement(
  store: Pick<Store, "record" | "versions">,
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
