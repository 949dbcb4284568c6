/** Starts an export: it is written in a process of its own while its person waits, watches or cancels. */
import { exportFormat, type ExportFormatId } from "../../../shared/export-formats.ts";
import type { RecordState } from "../../../shared/record-state.ts";
import { Refusal } from "../../../shared/refusal.ts";
import type { Resources } from "../../resources.ts";
import { versionOf } from "../../versions/read-version.ts";
import type { WorkResult } from "../work/work-state.ts";
import type { WorkOwner } from "../work/works.ts";
import { optionsFor, type AskedOptions } from "./export-options.ts";
import type { ExportTask } from "./write-export.ts";

export interface AskedExport {
  readonly format: ExportFormatId;
  /** Number of a version; null for the statement as it is now. */
  readonly version: number | null;
  readonly options: AskedOptions;
}

/**
 * @returns the id under which it can be watched
 * @throws Refusal `too-many`; `not-found` when there is no such version or borough
 */
export async function startExport(
  resources: Resources,
  owner: WorkOwner,
  { format, version, options: asked }: AskedExport,
): Promise<string> {
  const options = optionsFor(format, asked);
  await resources.rooms.use(owner.statementId, ({ record }) => {
    refuseUnknownBorough(record, options.asBoroughId);
    if (version !== null) versionOf(record, version);
  });
  return resources.works.start(owner, async (watched): Promise<WorkResult> => {
    const { statementId } = owner;
    const task: ExportTask = { format, options, statementId, moment: version ?? "now" };
    const { name, kept, items } = await resources.processes.run("write-export", task, watched);
    const file = { name, mediaType: exportFormat(format).mimeType, kept };
    return { answer: { items }, file };
  });
}

function refuseUnknownBorough({ people }: RecordState, boroughId: string | null): void {
  if (boroughId === null) return;
  if (![...people.values()].some((person) => person.boroughId === boroughId))
    throw new Refusal("not-found", "That borough takes no part in this statement.");
}
