/**
 * Puts an item or the whole text back as it was in a version, after asking; undoing it is offered in
 * the same place. Promises that the focus is never lost: it goes to what is said of what was done.
 */
import { useEffect, useRef, useState, type ReactNode } from "react";
import { useMay } from "../connection/hooks.ts";
import type { RestoreDone } from "../connection/versions-api.ts";
import { Button } from "../controls/button.tsx";
import { RestoreDialog } from "./restore-dialog.tsx";
import { UndoRestore, undoneWords } from "./undo-restore.tsx";

interface RestorePartProps {
  readonly number: number;
  /** Null for the whole text. */
  readonly itemId: string | null;
  /** "R-3", "the whole text". */
  readonly name: string;
  /** It reads otherwise now. */
  readonly isDifferent: boolean;
}

type Done =
  | { readonly state: "restored"; readonly done: RestoreDone }
  | { readonly state: "undone"; readonly done: RestoreDone };

export function RestorePart({ number, itemId, name, isDifferent }: RestorePartProps): ReactNode {
  const may = useMay("restore");
  const [isAsking, setAsking] = useState(false);
  const [said, setSaid] = useState<Done | null>(null);
  const words = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (said) words.current?.focus();
  }, [said]);
  if (!may) return null;
  return (
    <div className="restore">
      {said && (
        <p ref={words} tabIndex={-1} className="restore-said">
          {said.state === "undone"
            ? undoneWords(said.done)
            : restoredWords(said.done, name, number)}
        </p>
      )}
      {said?.state === "restored" && (
        <UndoRestore
          restore={said.done.restore}
          onUndone={(done) => setSaid({ state: "undone", done })}
        />
      )}
      {isDifferent && said?.state !== "restored" && (
        <Button look={itemId === null ? "second" : "plain"} onClick={() => setAsking(true)}>
          Restore {name}
        </Button>
      )}
      {isAsking && (
        <RestoreDialog
          number={number}
          itemId={itemId}
          name={name}
          onClose={(done) => {
            setAsking(false);
            if (done) setSaid({ state: "restored", done });
          }}
        />
      )}
    </div>
  );
}

function restoredWords({ changedItems }: RestoreDone, name: string, number: number): string {
  const what = name === "the whole text" ? "The whole text" : name;
  const count = changedItems === 1 ? "1 item changed" : `${changedItems} items changed`;
  const base = `${what} reads again as in version ${number}.`;
  return name === "the whole text" ? `${base} ${count}.` : base;
}
