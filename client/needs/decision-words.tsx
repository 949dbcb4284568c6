/** Why something was settled on purpose, who said so and when, and a way to take it back. */
import type { ReactNode } from "react";
import type { Decision, RecordState } from "../../shared/record-state.ts";
import { boroughName } from "../connection/borough-names.ts";
import { useMay, useRecord } from "../connection/hooks.ts";
import { Button } from "../controls/button.tsx";
import { dayWords } from "../words/day-words.ts";
import { useSettle } from "./use-settle.ts";

interface DecisionWordsProps {
  readonly decision: Decision;
  /** The command that takes it back, and what its button says. */
  readonly back: { readonly command: string; readonly args: unknown; readonly label: string };
}

export function DecisionWords({ decision, back }: DecisionWordsProps): ReactNode {
  const who = useRecord((record) => whoSaid(record, decision));
  const maySettle = useMay("settle");
  const { isBusy, problem, settle } = useSettle();
  return (
    <>
      <p className="cover-why">“{decision.why}”</p>
      <p className="cover-said-by">
        {who}, {dayWords(decision.at)}
      </p>
      {maySettle ? (
        <Button look="plain" busy={isBusy} onClick={() => void settle(back.command, back.args)}>
          {back.label}
        </Button>
      ) : null}
      {problem === null ? null : (
        <p className="cover-problem" role="alert">
          {problem}
        </p>
      )}
    </>
  );
}

function whoSaid(record: RecordState, { personId, boroughId }: Decision): string {
  const name = record.people.get(personId)?.name;
  const borough = boroughName(record, boroughId);
  return name === undefined || name === "" ? borough : `${name}, ${borough}`;
}
