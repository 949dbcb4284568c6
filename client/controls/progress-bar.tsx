/** How far something is that takes a while, and a way to stop it. */
import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import "./progress-bar.css";

interface ProgressBarProps {
  /** What is being done: "Reading the rows". */
  readonly doing: string;
  /** 0 to 1, or null while nobody can say. */
  readonly done: number | null;
  /** Null for what cannot be stopped half-way. */
  readonly onCancel: (() => void) | null;
}

export function ProgressBar({ doing, done, onCancel }: ProgressBarProps): ReactNode {
  const percent = done === null ? null : Math.round(done * 100);
  return (
    <div className="progress">
      <div className="progress-words">
        {/* Read out when the words change, not with every percent. */}
        <output>{doing}…</output>
        {percent === null ? null : <span aria-hidden="true">{percent} %</span>}
      </div>
      <progress aria-label={doing} {...(percent === null ? {} : { max: 100, value: percent })} />
      {onCancel ? (
        <Button look="plain" onClick={onCancel}>
          Cancel
        </Button>
      ) : null}
    </div>
  );
}
