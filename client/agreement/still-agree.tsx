/** For who agrees for a borough: items of which only the wording changed since it agreed, to confirm together. */
import "./still-agree.css";
import { useState, type ReactNode } from "react";
import { flushSync } from "react-dom";
import type { AgreementRow } from "../../shared/agreement-row.ts";
import type { Position } from "../../shared/position.ts";
import { changedSincePosition } from "../../shared/position-state.ts";
import type { RecordState } from "../../shared/record-state.ts";
import { useMay, useMe, useRecord, useSession } from "../connection/hooks.ts";
import { Button } from "../controls/button.tsx";
import { StillAgreeDialog, type Reworded } from "./still-agree-dialog.tsx";

/** As many as one command confirms. */
const atMost = 200;

interface StillAgreeProps {
  readonly rows: readonly AgreementRow[];
  /** After something was confirmed: the button that was pressed may be gone. */
  readonly onConfirmed: () => void;
}

export function StillAgree({ rows, onConfirmed }: StillAgreeProps): ReactNode {
  const { items } = useSession();
  const { boroughId, boroughName } = useMe();
  const mayTake = useMay("take-position");
  const positions = useRecord(positionsIn);
  const [confirming, setConfirming] = useState<readonly Reworded[] | null>(null);
  const reworded = rows.filter((row) => isReworded(row, positions.get(row.id)?.get(boroughId)));
  const open = (): void => {
    setConfirming(
      reworded.slice(0, atMost).flatMap(({ id, reference }) => {
        const item = items.item(id);
        const position = positions.get(id)?.get(boroughId);
        if (!item || !position) return [];
        const changes = changedSincePosition(item, boroughId, position);
        return [{ item, name: reference ?? "New item", changes }];
      }),
    );
  };
  const close = (isConfirmed: boolean): void => {
    // The dialog gives the focus back first.
    flushSync(() => setConfirming(null));
    if (isConfirmed) onConfirmed();
  };
  if (!mayTake || (reworded.length === 0 && !confirming)) return null;
  return (
    <div className="still-agree">
      <p>
        {reworded.length === 1
          ? `Only the wording of 1 item changed since ${boroughName} agreed to it.`
          : `Only the wording of ${reworded.length} items changed since ${boroughName} agreed to them.`}
      </p>
      <Button onClick={open}>See what changed</Button>
      {confirming && <StillAgreeDialog reworded={confirming} onClose={close} />}
    </div>
  );
}

function isReworded({ cells, priority }: AgreementRow, position: Position | undefined): boolean {
  if (position?.stance !== "agree" || position.seen.priority !== priority) return false;
  return cells.some((cell) => cell.boroughId === position.boroughId && cell.state === "changed");
}

function positionsIn({ positions }: RecordState): RecordState["positions"] {
  return positions;
}
