/** What stands around every field: label, hint, error, then the field itself. */
import type { ReactNode } from "react";
import "./field.css";

interface FieldFrameProps {
  readonly id: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | null;
  readonly children: ReactNode;
}

export function FieldFrame({
  id,
  label,
  hint,
  error = null,
  children,
}: FieldFrameProps): ReactNode {
  return (
    <div className={error === null ? "field" : "field field-wrong"}>
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {hint ? (
        <div className="field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      ) : null}
      {error === null ? null : (
        <p className="field-error" id={`${id}-error`}>
          <span className="only-read-out">Error: </span>
          {error}
        </p>
      )}
      {children}
    </div>
  );
}
