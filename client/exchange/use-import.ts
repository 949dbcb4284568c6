/** The steps of an import: choose a file, say what its columns mean, choose what to take, bring it in, undo it. */
import { useCallback, useEffect, useRef, useState } from "react";
import type {
  ImportChoices,
  ImportOutcome,
  ImportPreview,
  UndoOutcome,
} from "../../shared/import-changes.ts";
import { importLimits } from "../../shared/import-columns.ts";
import type { Problem } from "../../shared/refusal.ts";
import type { TableMapping, TableView } from "../../shared/table-mapping.ts";
import { CommandRefused, messageOf } from "../connection/command-refused.ts";
import { useSession } from "../connection/hooks.ts";
import {
  applyImport,
  forgetImport,
  readFile,
  sayColumns,
  undoImport,
  type NextStep,
  type Watched,
} from "../connection/import-api.ts";
import type { WorkProgress } from "../connection/work-api.ts";

export type ImportStep =
  | { readonly state: "choosing" }
  | {
      readonly state: "working";
      readonly fileName: string;
      readonly progress: WorkProgress;
      /** What one is back at when it is cancelled; null when it cannot be stopped any more. */
      readonly back: ImportStep | null;
    }
  | { readonly state: "columns"; readonly table: TableView; readonly message: string }
  | {
      readonly state: "preview";
      readonly preview: ImportPreview;
      /** The columns that it was read by, to choose them anew. */
      readonly table: TableView | null;
      readonly message: string;
    }
  | {
      readonly state: "refused";
      readonly fileName: string;
      readonly message: string;
      readonly problems: readonly Problem[];
    }
  | { readonly state: "done"; readonly fileName: string; readonly outcome: ImportOutcome }
  | { readonly state: "undone"; readonly fileName: string; readonly outcome: UndoOutcome };

export interface UseImport {
  readonly step: ImportStep;
  choose(file: File): void;
  say(table: TableView, mapping: TableMapping): void;
  chooseColumns(table: TableView): void;
  bringIn(choices: ImportChoices): void;
  undo(importId: string, fileName: string): void;
  cancel(): void;
  again(): void;
}

const choosing: ImportStep = { state: "choosing" };

export function useImport(): UseImport {
  const { statementId } = useSession();
  const [step, setStep] = useState<ImportStep>(choosing);
  // A file chosen while another is being read takes its place.
  const controller = useRef<AbortController | null>(null);
  useEffect(() => () => controller.current?.abort(), []);

  const attempt = useCallback(
    async (
      fileName: string,
      back: ImportStep | null,
      work: (watched: Watched) => Promise<ImportStep>,
      failed: (message: string, problems: readonly Problem[]) => ImportStep,
    ) => {
      controller.current?.abort();
      const mine = new AbortController();
      controller.current = mine;
      const show = (next: ImportStep): void => {
        if (controller.current === mine && !mine.signal.aborted) setStep(next);
      };
      const tell = (progress: WorkProgress): void =>
        show({ state: "working", fileName, progress, back });
      tell({ doing: "Sending the file", done: null });
      show(
        await work({ signal: mine.signal, tell }).catch((error: unknown) =>
          failed(messageOf(error), error instanceof CommandRefused ? error.problems : []),
        ),
      );
    },
    [],
  );

  const refusedWith =
    (fileName: string) =>
    (message: string, problems: readonly Problem[]): ImportStep => ({
      state: "refused",
      fileName,
      message,
      problems,
    });

  return {
    step,
    choose(file) {
      const { name } = file;
      void attempt(
        name,
        choosing,
        async (watched) => {
          refuseLarge(file);
          return shown(await readFile(statementId, file, watched), null);
        },
        refusedWith(name),
      );
    },
    say(table, mapping) {
      const said = { ...table, mapping };
      const back: ImportStep = { state: "columns", table: said, message: "" };
      void attempt(
        table.fileName,
        back,
        async (watched) =>
          shown(await sayColumns(statementId, table.importId, mapping, watched), said),
        (message) => ({ ...back, message }),
      );
    },
    chooseColumns: (table) => setStep({ state: "columns", table, message: "" }),
    bringIn(choices) {
      if (step.state !== "preview") return;
      const { importId, fileName } = step.preview;
      void attempt(
        fileName,
        null,
        async (watched) => ({
          state: "done",
          fileName,
          outcome: await applyImport(statementId, importId, choices, watched),
        }),
        (message) => ({ ...step, message }),
      );
    },
    undo(importId, fileName) {
      void attempt(
        fileName,
        null,
        async (watched) => ({
          state: "undone",
          fileName,
          outcome: await undoImport(statementId, importId, watched),
        }),
        refusedWith(fileName),
      );
    },
    cancel() {
      if (step.state !== "working" || !step.back) return;
      controller.current?.abort();
      setStep(step.back);
    },
    again() {
      const importId = importIdOf(step);
      // The server forgets it by itself, too.
      if (importId !== null) forgetImport(statementId, importId).catch(() => null);
      setStep(choosing);
    },
  };
}

function shown(next: NextStep, table: TableView | null): ImportStep {
  return next.step === "columns"
    ? { state: "columns", table: next.table, message: "" }
    : { state: "preview", preview: next.preview, table, message: "" };
}

function importIdOf(step: ImportStep): string | null {
  if (step.state === "columns") return step.table.importId;
  return step.state === "preview" ? step.preview.importId : null;
}

function refuseLarge({ size }: File): void {
  if (size <= importLimits.bytes) return;
  const most = importLimits.bytes / 1024 / 1024;
  throw new CommandRefused(
    "too-large",
    `The file is larger than ${most} MB. Split it and bring in one part at a time.`,
  );
}
