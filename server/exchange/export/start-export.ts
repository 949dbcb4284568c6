/** Starts an export: it is written on a thread while its person waits, watches or cancels. */
import { exportFormat, type ExportFormatId } from "../../../shared/export-formats.ts";
import type { RecordState } from "../../../shared/record-state.ts";
import { Refusal } from "../../../shared/refusal.ts";
import { wholeNow } from "../../record/whole-now.ts";
import type { Resources } from "../../resources.ts";
import { versionOf } from "../../versions/read-version.ts";
import { runOnThread } from "../work/run-on-thread.ts";
import type { WorkOwner, WorkResult } from "../work/works.ts";
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
    // Not before its turn: what waits holds no copy of the statement.
    const whole = await readWhole(resources, owner.statementId, version);
    const task: ExportTask = { format, options, whole };
    const { name, bytes, items } = await runOnThread("write-export", task, watched);
    const file = { name, mediaType: exportFormat(format).mimeType, bytes };
    return { answer: { items }, file };
  });
}

async function readWhole(
  { rooms, store, now }: Resources,
  statementId: string,
  version: number | null,
): Promise<ExportTask["whole"]> {
  if (version === null) return rooms.use(statementId, (room) => wholeNow(room, now()));
  const entries = await store.record.entriesAfter(statementId, 0);
  const text = await store.versions.text(statementId, version);
  return { statementId, number: version, entries, text };
}

function refuseUnknownBorough({ people }: RecordState, boroughId: string | null): void {
  if (boroughId === null) return;
  if (![...people.values()].some((person) => person.boroughId === boroughId))
    throw new Refusal("not-found", "That borough takes no part in this statement.");
}
