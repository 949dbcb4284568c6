/** Starts an export: it is written on a thread while its person waits, watches or cancels. */
import { exportFormat, type ExportFormatId } from "../../../shared/export-formats.ts";
import { Refusal } from "../../../shared/refusal.ts";
import type { WholeStatement } from "../../../shared/whole-statement.ts";
import { wholeNow } from "../../record/whole-now.ts";
import type { Resources } from "../../resources.ts";
import { readVersion } from "../../versions/read-version.ts";
import { runOnThread } from "../work/run-on-thread.ts";
import type { WorkOwner, WorkResult } from "../work/works.ts";
import { optionsFor, type AskedOptions } from "./export-options.ts";
import { fileNameOf } from "./file-name.ts";

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
  const whole = await readWhole(resources, owner.statementId, version);
  refuseUnknownBorough(whole, options.asBoroughId);
  return resources.works.start(owner, async (watched): Promise<WorkResult> => {
    const { bytes, items } = await runOnThread("write-export", { format, options, whole }, watched);
    const { mimeType, ...names } = exportFormat(format);
    const file = { name: fileNameOf(whole, names), mediaType: mimeType, bytes };
    return { answer: { items }, file };
  });
}

function readWhole(
  { rooms, store, now }: Resources,
  statementId: string,
  version: number | null,
): Promise<WholeStatement> {
  if (version !== null) return readVersion(store, statementId, version);
  return rooms.use(statementId, (room) => wholeNow(room, now()));
}

function refuseUnknownBorough({ record }: WholeStatement, boroughId: string | null): void {
  if (boroughId === null) return;
  const people = [...record.people.values()];
  if (!people.some((person) => person.boroughId === boroughId))
    throw new Refusal("not-found", "That borough takes no part in this statement.");
}
