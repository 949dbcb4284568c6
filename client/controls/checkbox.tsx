/** One thing that is so or not. */
import type { ReactNode } from "react";
import "./choices.css";

interface CheckboxProps {
  readonly id: string;
  readonly label: ReactNode;
  readonly hint?: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function Checkbox({ id, label, hint, checked, onChange }: CheckboxProps): ReactNode {
  return (
    <label className="choice" htmlFor={id}>
      <input
        type="checkbox"
        id={id}
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>
        {label} {hint === undefined ? null : <span className="choice-hint">{hint}</span>}
      </span>
    </label>
  );
}
