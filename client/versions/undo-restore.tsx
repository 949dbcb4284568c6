/** Undoes a restore, and says what was left because somebody changed it since. */
import { useState, type ReactNode } from "react";
import { messageOf } from "../connection/command-refused.ts";
import { useMay, useSession } from "../connection/hooks.ts";
import { askUndoRestore, type RestoreDone } from "../connection/versions-api.ts";
import { announce } from "../controls/announcer.tsx";
import { Button } from "../controls/button.tsx";
import { Refused } from "../words/refused.tsx";

interface UndoRestoreProps {
  /** Number of its entry. */
  readonly restore: number;
  readonly onUndone?: (done: RestoreDone) => void;
}

export function UndoRestore({ restore, onUndone }: UndoRestoreProps): ReactNode {
  const session = useSession();
  const may = useMay("restore");
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  if (!may) return null;
  const undo = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      const done = await askUndoRestore(session, restore);
      announce(undoneWords(done));
      onUndone?.(done);
    } catch (error) {
      setProblem(messageOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button busy={isBusy} onClick={() => void undo()}>
        Undo the restore
      </Button>
      <Refused problem={problem} />
    </>
  );
}

export function undoneWords({ changedItems, leftItems }: RestoreDone): string {
  const back =
    changedItems === 0
      ? "Nothing was put back."
      : `The restore is undone: ${countOf(changedItems)} put back.`;
  if (leftItems === 0) return back;
  return `${back} ${countOf(leftItems)} left as somebody changed ${leftItems === 1 ? "it" : "them"} since.`;
}

function countOf(count: number): string {
  return count === 1 ? "1 item was" : `${count} items were`;
}
