/** The task of writing an export, done on a thread: chooses the items, then writes them. */
import type { ExportFormatId } from "../../../shared/export-formats.ts";
import { Refusal } from "../../../shared/refusal.ts";
import type { WholeStatement } from "../../../shared/whole-statement.ts";
import type { Tell } from "../work/progress.ts";
import type { ExportOptions } from "./export-options.ts";
import { selectItems } from "./select-items.ts";
import { writers } from "./writers.ts";

export interface ExportTask {
  readonly format: ExportFormatId;
  readonly options: ExportOptions;
  readonly whole: WholeStatement;
}

export interface WrittenExport {
  readonly bytes: Uint8Array;
  readonly items: number;
}

/** @throws Refusal `bad-input` when nothing is left to write */
export async function writeExport(
  { format, options, whole }: ExportTask,
  tell: Tell,
): Promise<WrittenExport> {
  tell({ doing: "Choosing the items", done: null });
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
  return { bytes: await write(chosen, options), items: chosen.items.length };
}
