/** Bringing a file into a statement: reading it, saying what its columns mean, taking what one chose, undoing it. */
import { z } from "zod";
import {
  changeStates,
  type ImportChoices,
  type ImportOutcome,
  type ImportPreview,
  type UndoOutcome,
} from "../../shared/import-changes.ts";
import { allKinds, allPriorities } from "../../shared/item-kinds.ts";
import { tableMapping, type TableMapping, type TableView } from "../../shared/table-mapping.ts";
import { askOnce } from "./ask-once.ts";
import { CommandRefused } from "./command-refused.ts";
import { noAnswer, request } from "./request.ts";
import { watchWork, workStarted, type WorkProgress } from "./work-api.ts";

/** What comes next once a file is read. */
export type NextStep =
  | { readonly step: "columns"; readonly table: TableView }
  | { readonly step: "preview"; readonly preview: ImportPreview };

export interface Watched {
  /** Stops it. */
  readonly signal: AbortSignal;
  tell(progress: WorkProgress): void;
}

const problem = z.object({ where: z.string(), what: z.string() });

const change = z.object({
  key: z.string(),
  state: z.enum(changeStates),
  where: z.string(),
  kind: z.enum(allKinds),
  level: z.number(),
  itemId: z.string().nullable(),
  reference: z.string(),
  fileReference: z.string(),
  section: z.string(),
  words: z.string(),
  priority: z.enum(allPriorities).nullable(),
  parts: z.array(
    z.object({ label: z.string(), before: z.string(), after: z.string(), isLook: z.boolean() }),
  ),
  likely: z.array(z.object({ itemId: z.string(), reference: z.string(), words: z.string() })),
  note: z.string(),
});

const preview: z.ZodType<ImportPreview> = z.object({
  importId: z.string(),
  fileName: z.string(),
  format: z.enum(["csv", "xlsx", "docx", "reqif", "json", "statement", "outline"]),
  isMapped: z.boolean(),
  changes: z.array(change),
  links: z.record(z.string(), z.number()),
  linkCount: z.number(),
  suggestionCount: z.number(),
  problems: z.array(problem),
  notices: z.array(problem),
});

const table: z.ZodType<TableView> = z.object({
  importId: z.string(),
  fileName: z.string(),
  sheets: z.array(
    z.object({
      name: z.string(),
      isHidden: z.boolean(),
      rowCount: z.number(),
      rows: z.array(z.array(z.string())),
      values: z.array(z.record(z.string(), z.number()).nullable()),
    }),
  ),
  mapping: tableMapping,
  isRemembered: z.boolean(),
  notices: z.array(problem),
});

const step = z.object({ importId: z.string(), step: z.enum(["columns", "preview"]) });

const outcome: z.ZodType<ImportOutcome> = z.object({
  importId: z.string(),
  added: z.number(),
  changed: z.number(),
  links: z.number(),
  suggestions: z.number(),
  notices: z.array(problem),
});

const undone: z.ZodType<UndoOutcome> = z.object({
  putBack: z.number(),
  left: z.array(z.object({ itemId: z.string(), reference: z.string(), why: z.string() })),
});

/** @throws CommandRefused; what `signal` was aborted with */
export async function readFile(
  statementId: string,
  file: File,
  watched: Watched,
): Promise<NextStep> {
  const body = new FormData();
  body.set("file", file);
  const path = pathOf(statementId);
  const { workId } = await request(path, { method: "POST", body, answer: workStarted });
  return nextStep(statementId, workId, watched);
}

export async function sayColumns(
  statementId: string,
  importId: string,
  mapping: TableMapping,
  watched: Watched,
): Promise<NextStep> {
  const path = `${pathOf(statementId)}/${importId}/columns`;
  const { workId } = await request(path, { method: "POST", body: mapping, answer: workStarted });
  return nextStep(statementId, workId, watched);
}

export async function applyImport(
  statementId: string,
  importId: string,
  choices: ImportChoices,
  watched: Watched,
): Promise<ImportOutcome> {
  const path = `${pathOf(statementId)}/${importId}/apply`;
  const { workId } = await askOnce.post(path, choices, workStarted);
  return (await watchWork({ statementId, workId, answer: outcome, ...watched })).answer;
}

export async function undoImport(
  statementId: string,
  importId: string,
  watched: Watched,
): Promise<UndoOutcome> {
  const path = `${pathOf(statementId)}/${importId}/undo`;
  const { workId } = await askOnce.post(path, {}, workStarted);
  return (await watchWork({ statementId, workId, answer: undone, ...watched })).answer;
}

/** A file that is not to come in after all. */
export async function forgetImport(statementId: string, importId: string): Promise<void> {
  const path = `${pathOf(statementId)}/${importId}`;
  await request(path, { method: "DELETE", answer: noAnswer });
}

async function nextStep(statementId: string, workId: string, watched: Watched): Promise<NextStep> {
  const { answer, file } = await watchWork({ statementId, workId, answer: step, ...watched });
  if (!file) throw new CommandRefused("unexpected", "Needline lost the file. Choose it again.");
  return answer.step === "columns"
    ? { step: "columns", table: await request(file.address, { answer: table }) }
    : { step: "preview", preview: await request(file.address, { answer: preview }) };
}

function pathOf(statementId: string): string {
  return `/api/statements/${encodeURIComponent(statementId)}/imports`;
}
