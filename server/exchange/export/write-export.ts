/** The task of writing an export, done on a thread: reads a version where one is asked for, chooses the items, writes them. */
import type { Entry } from "../../../shared/entry.ts";
import { exportFormat, type ExportFormatId } from "../../../shared/export-formats.ts";
import { Refusal } from "../../../shared/refusal.ts";
import type { WholeStatement } from "../../../shared/whole-statement.ts";
import { readVersion } from "../../versions/read-version.ts";
import type { Tell } from "../work/progress.ts";
import type { ExportOptions } from "./export-options.ts";
import { fileNameOf } from "./file-name.ts";
import { selectItems } from "./select-items.ts";
import { writers } from "./writers.ts";

export interface ExportTask {
  readonly format: ExportFormatId;
  readonly options: ExportOptions;
  readonly whole: WholeStatement | KeptVersion;
}

/** A version as it lies in the store: it is folded and parsed where nobody waits for it. */
export interface KeptVersion {
  readonly statementId: string;
  readonly number: number;
  readonly entries: readonly Entry[];
  readonly text: string | null;
}

export interface WrittenExport {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly items: number;
}

/** @throws Refusal `bad-input` when nothing is left to write */
export async function writeExport(
  { format, options, whole: asked }: ExportTask,
  tell: Tell,
): Promise<WrittenExport> {
  tell({ doing: "Choosing the items", done: null });
  const whole = "items" in asked ? asked : await readKept(asked);
  const chosen = selectItems(whole, options);
  if (chosen.items.length === 0)
    throw new Refusal(
      "bad-input",
      whole.items.length === 0
        ? "There is nothing in the statement yet. Write something first."
        : "Nothing in the statement is like that. Choose less narrowly, then export again.",
    );
  tell({ doing: "Writing the file", done: null });
  const write = await writers[format]();
  return {
    name: fileNameOf(whole, exportFormat(format)),
    bytes: await write(chosen, options),
    items: chosen.items.length,
  };
}

function readKept({ statementId, number, entries, text }: KeptVersion): Promise<WholeStatement> {
  const kept = {
    record: { entriesAfter: () => Promise.resolve([...entries]) },
    versions: { text: () => Promise.resolve(text) },
  };
  return readVersion(kept, statementId, number);
}
