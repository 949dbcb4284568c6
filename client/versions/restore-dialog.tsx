/** Says what restoring does, and does it. */
import { useState, type ReactNode } from "react";
import { messageOf } from "../connection/command-refused.ts";
import { useSession } from "../connection/hooks.ts";
import { askRestore, type RestoreDone } from "../connection/versions-api.ts";
import { Button } from "../controls/button.tsx";
import { Dialog } from "../controls/dialog.tsx";
import { Refused } from "../words/refused.tsx";

interface RestoreDialogProps {
  readonly number: number;
  readonly itemId: string | null;
  readonly name: string;
  /** With what was done, or null when it was given up. */
  readonly onClose: (done: RestoreDone | null) => void;
}

export function RestoreDialog({ number, itemId, name, onClose }: RestoreDialogProps): ReactNode {
  const session = useSession();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const restore = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      onClose(await askRestore(session, number, itemId));
    } catch (error) {
      setProblem(messageOf(error));
      setBusy(false);
    }
  };
  return (
    <Dialog title={`Restore ${name}`} onClose={() => onClose(null)}>
      {itemId === null ? (
        <>
          <p>
            Every item will say again what it said in version {number}, in the same order. Items
            that came later are not taken forward, and stay among the removed items.
          </p>
          <p>
            Everybody sees the change at once. Comments stay. A version of the text as it is now is
            kept first, and you can undo this.
          </p>
        </>
      ) : (
        <p>
          It will say again what it said in version {number}, and stay where it is. Comments stay. A
          version of the text as it is now is kept first, and you can undo this.
        </p>
      )}
      <Refused problem={problem} />
      <div className="dialog-buttons">
        <Button look="main" busy={isBusy} onClick={() => void restore()}>
          Restore
        </Button>
        <Button onClick={() => onClose(null)}>Cancel</Button>
      </div>
    </Dialog>
  );
}
