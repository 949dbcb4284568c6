/** A labelled choice of one among a few, as the browser does it. */
import type { ReactNode } from "react";
import { FieldFrame } from "./field-frame.tsx";
import { describedBy } from "./described-by.ts";

interface SelectFieldProps<Value extends string> {
  readonly id: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | null;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

export function SelectField<Value extends string>({
  id,
  label,
  hint,
  error = null,
  value,
  options,
  onChange,
}: SelectFieldProps<Value>): ReactNode {
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <select
        id={id}
        className="field-input"
        value={value}
        aria-describedby={describedBy(id, { hint, error })}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
