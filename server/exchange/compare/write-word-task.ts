/** The task of writing a comparison as a Word file with tracked changes, done on a thread. */
import type { WholeStatement } from "../../../shared/whole-statement.ts";
import type { TrackedBy } from "../docx/tracks.ts";
import { writeComparison } from "../docx/write-comparison.ts";
import { writeWordStatement } from "../docx/write-statement.ts";
import type { Tell } from "../work/progress.ts";
import type { TwoMoments } from "./compare-task.ts";

export interface WordComparisonTask extends TwoMoments {
  /** Item id → who changed it, where that is known. */
  readonly who: Readonly<Record<string, TrackedBy>>;
}

/** Conversations are none of the two texts, and decisions are said beside them. */
const options = {
  asBoroughId: null,
  withNeeds: true,
  withComments: false,
  withDecisions: false,
} as const;

export async function writeWordTask(
  { from, to, who }: WordComparisonTask,
  tell: Tell,
): Promise<Uint8Array> {
  tell({ doing: "Writing the older version", done: 0 });
  const older = await writeWordStatement(from, options);
  tell({ doing: "Writing the newer version", done: 0.35 });
  const newer = await writeWordStatement(to, options);
  tell({ doing: "Comparing them word by word", done: 0.7 });
  return writeComparison(older, newer, {
    otherwise: { name: versionAuthor(to), at: to.at },
    who: (itemId) => (Object.hasOwn(who, itemId) ? (who[itemId] ?? null) : null),
  });
}

/** "Version 2": what is said to have changed something where nobody is known to. */
function versionAuthor({ version }: WholeStatement): string {
  return version === null ? "After the version" : `Version ${version.number}`;
}
