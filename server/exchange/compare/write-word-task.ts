/** The task of writing a comparison as a Word file with tracked changes. */
import { nanoid } from "nanoid";
import { exportFormats } from "../../../shared/export-formats.ts";
import type { WholeStatement } from "../../../shared/whole-statement.ts";
import type { StoredFile } from "../../store/file-store.ts";
import { writeComparison } from "../docx/write-comparison.ts";
import { writeWordStatement } from "../docx/write-statement.ts";
import { fileNameOf } from "../export/file-name.ts";
import type { TaskMeans } from "../work/tasks.ts";
import { readBoth, type AskedMoments } from "./read-both.ts";
import { whoChanged } from "./who-changed.ts";

interface WrittenComparison {
  /** Of the file. */
  readonly name: string;
  readonly kept: StoredFile;
}

/** Conversations are none of the two texts, and decisions are said beside them. */
const options = {
  asBoroughId: null,
  withNeeds: true,
  withComments: false,
  withDecisions: false,
} as const;

export async function writeWordTask(
  asked: AskedMoments,
  means: TaskMeans,
): Promise<WrittenComparison> {
  const { tell, store } = means;
  tell({ doing: "Looking up who changed what", done: 0 });
  const { from, to } = await readBoth(means, asked);
  const who = await whoChanged(store.text, {
    statementId: asked.statementId,
    from: from.at,
    to: to.at,
    record: to.record,
  });
  tell({ doing: "Writing the older version", done: 0.1 });
  const older = await writeWordStatement(from, options);
  tell({ doing: "Writing the newer version", done: 0.35 });
  const newer = await writeWordStatement(to, options);
  tell({ doing: "Comparing them word by word", done: 0.7 });
  const bytes = writeComparison(older, newer, {
    otherwise: { name: versionAuthor(to), at: to.at },
    who: (itemId) => (Object.hasOwn(who, itemId) ? (who[itemId] ?? null) : null),
  });
  const since = from.version === null ? "now" : `version ${from.version.number}`;
  const { ending } = exportFormats.docx;
  const name = fileNameOf(to, { inName: `changes since ${since}`, ending });
  return { name, kept: await store.files.write(nanoid(), [bytes]) };
}

/** "Version 2": what is said to have changed something where nobody is known to. */
function versionAuthor({ version }: WholeStatement): string {
  return version === null ? "After the version" : `Version ${version.number}`;
}
