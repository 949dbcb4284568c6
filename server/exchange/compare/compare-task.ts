/** The task of comparing a statement at two moments. */
import { compareStatements } from "../../../shared/compare.ts";
import type { StoredFile } from "../../store/file-store.ts";
import { pack } from "../work/packed.ts";
import type { TaskMeans } from "../work/tasks.ts";
import { readBoth, type AskedMoments } from "./read-both.ts";

/** @returns the comparison as JSON, so that nobody on the server has to go through it again */
export async function compareTask(
  asked: AskedMoments,
  means: TaskMeans,
): Promise<{ readonly kept: StoredFile }> {
  means.tell({ doing: "Comparing the items", done: null });
  const { from, to } = await readBoth(means, asked);
  return { kept: await pack(means.store.files, compareStatements(from, to)) };
}
