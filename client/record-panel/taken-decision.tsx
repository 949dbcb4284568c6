/** A decision somebody took on purpose, with who, when and why, and the way back. */
import type { ReactNode } from "react";
import type { Decision } from "../../shared/record-state.ts";
import { useMay, useRecord } from "../connection/hooks.ts";
import { Button } from "../controls/button.tsx";
import { Moment } from "../words/deed-line.tsx";
import { whoWords } from "../words/who-words.ts";
import { Refused } from "../words/refused.tsx";
import { useCommand } from "../words/use-command.ts";

interface TakenDecisionProps {
  /** "Left out on purpose". */
  readonly words: string;
  readonly decision: Decision;
  readonly undoLabel: string;
  readonly command: string;
  readonly args: unknown;
}

export function TakenDecision(props: TakenDecisionProps): ReactNode {
  const { words, decision, undoLabel, command, args } = props;
  const maySettle = useMay("settle");
  const who = useRecord((record) => whoWords(decision, record));
  const { run, isRunning, problem } = useCommand();
  return (
    <div className="links-line">
      <p>
        {words}: {decision.why} ({who}, <Moment at={decision.at} />){" "}
        {maySettle && (
          <Button look="plain" busy={isRunning} onClick={() => void run(command, args)}>
            {undoLabel}
          </Button>
        )}
      </p>
      <Refused problem={problem} />
    </div>
  );
}
