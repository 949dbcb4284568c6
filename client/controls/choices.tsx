/** One choice among a few: radio buttons with a legend. */
import type { ReactNode } from "react";
import "./choices.css";

interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly hint?: string;
}

interface ChoicesProps<Value extends string> {
  readonly id: string;
  readonly legend: ReactNode;
  readonly value: Value;
  readonly choices: readonly Choice<Value>[];
  /** `grid`: two beside each other, for words so short that they need no line each. */
  readonly layout?: "lines" | "grid";
  readonly onChange: (value: Value) => void;
}

export function Choices<Value extends string>({
  id,
  legend,
  value,
  choices,
  layout = "lines",
  onChange,
}: ChoicesProps<Value>): ReactNode {
  return (
    <fieldset className={`choices choices-${layout}`}>
      <legend className="field-label">{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className="choice" htmlFor={`${id}-${choice.value}`}>
          <input
            type="radio"
            id={`${id}-${choice.value}`}
            name={id}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          <span>
            {choice.label}{" "}
            {choice.hint === undefined ? null : <span className="choice-hint">{choice.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
