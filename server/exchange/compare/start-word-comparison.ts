/** Starts writing a comparison as a Word file: on a thread, while its person waits, watches or cancels. */
import type { Resources } from "../../resources.ts";
import { exportFormats } from "../../../shared/export-formats.ts";
import { fileNameOf } from "../export/file-name.ts";
import { runOnThread } from "../work/run-on-thread.ts";
import type { WorkOwner } from "../work/works.ts";
import { readBoth, type ComparedMoments } from "./compare-moments.ts";
import { whoChanged } from "./who-changed.ts";

/**
 * @returns the id under which it can be watched
 * @throws Refusal `not-found` when there is no such version; `too-many`
 */
export async function startWordComparison(
  resources: Resources,
  owner: WorkOwner,
  moments: ComparedMoments,
): Promise<string> {
  const { statementId } = owner;
  const both = await readBoth(resources, statementId, moments);
  return resources.works.start(owner, async (watched) => {
    const { from, to } = both;
    watched.tell({ doing: "Looking up who changed what", done: 0 });
    const who = await whoChanged(resources.store.text, {
      statementId,
      from: from.at,
      to: to.at,
      record: to.record,
    });
    const bytes = await runOnThread("write-word-comparison", { ...both, who }, watched);
    const since = from.version === null ? "now" : `version ${from.version.number}`;
    const name = fileNameOf(to, { inName: `changes since ${since}`, ending: "docx" });
    return { answer: null, file: { name, mediaType: exportFormats.docx.mimeType, bytes } };
  });
}
