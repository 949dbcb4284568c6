/** A labelled place to type. What is wrong with what was typed is said above it and tied to it. */
import type { ChangeEvent, HTMLInputAutoCompleteAttribute, ReactNode, Ref } from "react";
import { FieldFrame } from "./field-frame.tsx";
import { describedBy } from "./described-by.ts";

interface TextFieldProps {
  readonly id: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | null;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: "text" | "search";
  /** Several lines. */
  readonly rows?: number;
  readonly autoComplete?: HTMLInputAutoCompleteAttribute;
  readonly maxLength?: number;
  readonly readOnly?: boolean;
  readonly ref?: Ref<HTMLInputElement & HTMLTextAreaElement>;
}

export function TextField({
  id,
  label,
  hint,
  error = null,
  value,
  onChange,
  rows,
  type = "text",
  ...rest
}: TextFieldProps): ReactNode {
  const input = {
    id,
    className: "field-input",
    value,
    "aria-describedby": describedBy(id, { hint, error }),
    "aria-invalid": error === null ? undefined : true,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      onChange(event.target.value),
    ...rest,
  };
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      {rows === undefined ? <input type={type} {...input} /> : <textarea rows={rows} {...input} />}
    </FieldFrame>
  );
}
