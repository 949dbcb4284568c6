/** The steps of an import: choose a file, see what comes in, bring it in. */
import { useCallback, useRef, useState } from "react";
import { importLimits } from "../../shared/import-columns.ts";
import type { Problem } from "../../shared/refusal.ts";
import { CommandRefused, messageOf } from "../connection/command-refused.ts";
import { useSession } from "../connection/hooks.ts";
import { importFile, type ImportAnswer } from "../connection/import-api.ts";

export type ImportStep =
  | { readonly state: "choosing" }
  | { readonly state: "reading"; readonly fileName: string }
  | {
      readonly state: "previewed";
      readonly file: File;
      readonly plan: ImportAnswer;
      readonly isApplying: boolean;
    }
  /** It could not be previewed, or not be brought in after all. */
  | {
      readonly state: "refused";
      readonly fileName: string;
      readonly message: string;
      readonly problems: readonly Problem[];
    }
  | { readonly state: "done"; readonly fileName: string; readonly plan: ImportAnswer };

interface UseImport {
  readonly step: ImportStep;
  readonly choose: (file: File) => void;
  readonly bringIn: () => void;
  readonly again: () => void;
}

export function useImport(): UseImport {
  const { statementId } = useSession();
  const [step, setStep] = useState<ImportStep>({ state: "choosing" });
  // A file chosen while another is being read takes its place.
  const turn = useRef(0);

  const attempt = useCallback(async (fileName: string, work: () => Promise<ImportStep>) => {
    turn.current += 1;
    const mine = turn.current;
    const next = await work().catch((error: unknown): ImportStep => ({
      state: "refused",
      fileName,
      message: messageOf(error),
      problems: error instanceof CommandRefused ? error.problems : [],
    }));
    if (mine === turn.current) setStep(next);
  }, []);

  const choose = (chosen: File): void => {
    setStep({ state: "reading", fileName: chosen.name });
    void attempt(chosen.name, async () => {
      const file = await keep(chosen);
      const plan = await importFile(statementId, file, false);
      return { state: "previewed", file, plan, isApplying: false };
    });
  };

  const bringIn = (): void => {
    if (step.state !== "previewed" || step.isApplying) return;
    const { file } = step;
    setStep({ ...step, isApplying: true });
    void attempt(file.name, async () => {
      const plan = await importFile(statementId, file, true);
      return { state: "done", fileName: file.name, plan };
    });
  };

  return { step, choose, bringIn, again: () => setStep({ state: "choosing" }) };
}

/** A copy in memory, so that what comes in is what was previewed, whatever happens to the file meanwhile. */
async function keep(file: File): Promise<File> {
  if (file.size > importLimits.bytes) {
    const most = importLimits.bytes / 1024 / 1024;
    throw new CommandRefused(
      "too-large",
      `The file is larger than ${most} MB. Split it and bring in one part at a time.`,
    );
  }
  try {
    return new File([await file.arrayBuffer()], file.name, { type: "text/csv" });
  } catch {
    throw new CommandRefused("bad-input", "The file could not be read. Choose it again.");
  }
}
