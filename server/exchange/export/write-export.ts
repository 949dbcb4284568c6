/** The task of writing an export: reads the statement, or a version of it, chooses the items, writes them. */
import { nanoid } from "nanoid";
import { exportFormat, type ExportFormatId } from "../../../shared/export-formats.ts";
import { Refusal } from "../../../shared/refusal.ts";
import type { StoredFile } from "../../store/file-store.ts";
import { readMoment, type Moment } from "../../versions/read-moment.ts";
import type { TaskMeans } from "../work/tasks.ts";
import type { ExportOptions } from "./export-options.ts";
import { fileNameOf } from "./file-name.ts";
import { selectItems } from "./select-items.ts";
import { writers } from "./writers.ts";

export interface ExportTask {
  readonly format: ExportFormatId;
  readonly options: ExportOptions;
  readonly statementId: string;
  readonly moment: Moment;
}

export interface WrittenExport {
  readonly name: string;
  readonly kept: StoredFile;
  readonly items: number;
}

/** @throws Refusal `bad-input` when nothing is left to write */
export async function writeExport(
  { format, options, statementId, moment }: ExportTask,
  means: TaskMeans,
): Promise<WrittenExport> {
  const { tell, store } = means;
  tell({ doing: "Reading the statement", done: null });
  const whole = await readMoment(means, statementId, moment);
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
  return {
    name: fileNameOf(whole, exportFormat(format)),
    kept: await store.files.write(nanoid(), [await write(chosen, options)]),
    items: chosen.items.length,
  };
}
