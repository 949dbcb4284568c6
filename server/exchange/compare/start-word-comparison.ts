/** Starts writing a comparison as a Word file, while its person waits, watches or cancels. */
import { exportFormats } from "../../../shared/export-formats.ts";
import type { Resources } from "../../resources.ts";
import { versionOf } from "../../versions/read-version.ts";
import type { WorkOwner } from "../work/works.ts";
import type { ComparedMoments } from "./read-both.ts";

/**
 * @returns the id under which it can be watched
 * @throws Refusal `not-found` when there is no such version; `too-many`
 */
export async function startWordComparison(
  { rooms, works, processes }: Resources,
  owner: WorkOwner,
  moments: ComparedMoments,
): Promise<string> {
  const { statementId } = owner;
  await rooms.use(statementId, ({ record }) => {
    for (const moment of [moments.from, moments.to]) {
      if (moment !== "now") versionOf(record, moment);
    }
  });
  return works.start(owner, async (watched) => {
    const { name, kept } = await processes.run(
      "write-word-comparison",
      { ...moments, statementId },
      watched,
    );
    return { answer: null, file: { name, mediaType: exportFormats.docx.mimeType, kept } };
  });
}
