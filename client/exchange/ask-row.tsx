/** Asks whether a row is an item that is there, or a new one. */
import { useId, type ReactNode } from "react";
import type { ImportChange } from "../../shared/import-changes.ts";

interface AskRowProps {
  readonly change: ImportChange;
  readonly answer: string | null | undefined;
  readonly onAnswer: (itemId: string | null) => void;
}

export function AskRow({ change, answer, onAnswer }: AskRowProps): ReactNode {
  const name = useId();
  return (
    <fieldset className="import-ask">
      <legend>Is it one of these?</legend>
      {change.likely.map(({ itemId, reference, words }) => (
        <label key={itemId} className="choice">
          <input
            type="radio"
            name={name}
            checked={answer === itemId}
            onChange={() => onAnswer(itemId)}
          />
          <span>
            {reference === "" ? "It is this: " : `It is ${reference}: `}
            <span className="choice-hint">{words}</span>
          </span>
        </label>
      ))}
      <label className="choice">
        <input type="radio" name={name} checked={answer === null} onChange={() => onAnswer(null)} />
        <span>It is new</span>
      </label>
    </fieldset>
  );
}
