/** Has the comparison written as a Word file with tracked changes, and saves it. */
import { useEffect, useRef, useState, type ReactNode } from "react";
import { z } from "zod";
import { startWordComparison, type Sides } from "../connection/compare-api.ts";
import { CommandRefused } from "../connection/command-refused.ts";
import { watchWork, type WorkProgress } from "../connection/work-api.ts";
import { announce } from "../controls/announcer.tsx";
import { Button } from "../controls/button.tsx";
import { ProgressBar } from "../controls/progress-bar.tsx";
import { Refused } from "../words/refused.tsx";

interface WordComparisonProps {
  readonly statementId: string;
  readonly sides: Sides;
}

export function WordComparison({ statementId, sides }: WordComparisonProps): ReactNode {
  const [progress, setProgress] = useState<WorkProgress | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const controller = useRef<AbortController | null>(null);
  useEffect(() => () => controller.current?.abort(), []);

  const write = async (): Promise<void> => {
    const own = new AbortController();
    controller.current = own;
    setProblem(null);
    setProgress({ doing: "Beginning", done: null });
    try {
      const workId = await startWordComparison(statementId, sides);
      const { file } = await watchWork({
        statementId,
        workId,
        answer: z.unknown(),
        signal: own.signal,
        tell: setProgress,
      });
      if (file) save(file.address, file.name);
      announce("The Word file was saved.");
    } catch (error) {
      if (!own.signal.aborted) setProblem(problemOf(error));
    }
    if (controller.current === own) setProgress(null);
  };

  return (
    <div className="compare-word">
      {progress === null ? (
        <Button onClick={() => void write()}>Save as Word with tracked changes</Button>
      ) : (
        <ProgressBar {...progress} onCancel={() => controller.current?.abort()} />
      )}
      <Refused problem={problem} />
    </div>
  );
}

function save(address: string, name: string): void {
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
}

function problemOf(error: unknown): string {
  if (error instanceof CommandRefused) return error.message;
  return "Needline could not write the file. Try again in a minute.";
}
