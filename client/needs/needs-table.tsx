/** Needs or outcomes, one row each: its words, whose it is, how it stands and what meets it. */
import { useCallback, useState, type ReactNode } from "react";
import type { NeedCoverage } from "../../shared/coverage.ts";
import { NeedRow } from "./need-row.tsx";
import { ReasonDialog } from "./reason-dialog.tsx";
import { TableFrame } from "./table-frame.tsx";

interface NeedsTableProps {
  readonly kind: "need" | "outcome";
  readonly rows: readonly NeedCoverage[];
  /** Begins a requirement for it; absent when the person may not write. */
  readonly onWrite?: ((needId: string) => void) | undefined;
}

interface LeavingOut {
  readonly needId: string;
  readonly words: string;
}

export function NeedsTable({ kind, rows, onWrite }: NeedsTableProps): ReactNode {
  const [leavingOut, setLeavingOut] = useState<LeavingOut | null>(null);
  const draw = useCallback(
    (need: NeedCoverage) => (
      <NeedRow
        key={need.id}
        need={need}
        onWrite={onWrite}
        onLeaveOut={(words) => setLeavingOut({ needId: need.id, words })}
      />
    ),
    [onWrite],
  );
  const isNeed = kind === "need";
  return (
    <>
      <TableFrame
        label={isNeed ? "Needs" : "Outcomes"}
        headings={[
          isNeed ? "Need" : "Outcome",
          isNeed ? "I need to…" : "What should be different",
          "Raised by",
          "State",
          "Met by",
        ]}
        rows={rows}
        draw={draw}
      />
      {leavingOut === null ? null : (
        <ReasonDialog
          title={`Leave this ${kind} out`}
          about={leavingOut.words}
          hint="Everybody sees the reason. It can be put back."
          action="Leave it out"
          command="leave-out-need"
          argsWith={(why) => ({ needId: leavingOut.needId, why })}
          onClose={() => setLeavingOut(null)}
        />
      )}
    </>
  );
}
