/** An export from the press of the button to the file on one's computer. */
import { useCallback, useEffect, useRef, useState } from "react";
import { z } from "zod";
import { CommandRefused, messageOf } from "../connection/command-refused.ts";
import { startExport, type AskedExport } from "../connection/exports-api.ts";
import { useSession } from "../connection/hooks.ts";
import { watchWork, type WorkProgress } from "../connection/work-api.ts";

export type ExportStep =
  | { readonly state: "choosing" }
  | { readonly state: "writing"; readonly progress: WorkProgress }
  | {
      readonly state: "ready";
      readonly name: string;
      readonly address: string;
      readonly bytes: number;
      readonly items: number;
    }
  | { readonly state: "refused"; readonly message: string };

interface UseExport {
  readonly step: ExportStep;
  readonly begin: (asked: AskedExport) => void;
  readonly cancel: () => void;
  /** Back to the choices: what was ready or refused is another file. */
  readonly forget: () => void;
}

const answer = z.object({ items: z.number() });

export function useExport(): UseExport {
  const { statementId } = useSession();
  const [step, setStep] = useState<ExportStep>({ state: "choosing" });
  const running = useRef<AbortController | null>(null);

  // Who leaves the page does not wait for the file any more.
  useEffect(() => () => running.current?.abort(), []);

  const begin = (asked: AskedExport): void => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const { signal } = controller;
    setStep({ state: "writing", progress: { doing: "Beginning", done: null } });
    const show = (next: ExportStep): void => {
      if (!signal.aborted) setStep(next);
    };
    void writeFile(statementId, asked, signal, (progress) => show({ state: "writing", progress }))
      .catch((error: unknown): ExportStep => ({ state: "refused", message: messageOf(error) }))
      .then(show);
  };

  const forget = useCallback((): void => {
    running.current?.abort();
    setStep({ state: "choosing" });
  }, []);

  return { step, begin, cancel: forget, forget };
}

async function writeFile(
  statementId: string,
  asked: AskedExport,
  signal: AbortSignal,
  tell: (progress: WorkProgress) => void,
): Promise<ExportStep> {
  const workId = await startExport(statementId, asked);
  const done = await watchWork({ statementId, workId, answer, signal, tell });
  if (!done.file) throw new CommandRefused("unexpected", "No file came of it. Try again.");
  const { name, address, bytes } = done.file;
  download(address, name);
  return { state: "ready", name, address, bytes, items: done.answer.items };
}

/** As if somebody had pressed a link to it: the browser keeps it among its downloads. */
function download(address: string, name: string): void {
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
}
