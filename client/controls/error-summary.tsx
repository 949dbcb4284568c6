/**
 * What is wrong with a form, on top of it, each with a link to its field (as the GOV.UK Design
 * System does it). Takes the focus when it appears.
 */
import { useEffect, useRef, type ReactNode } from "react";
import "./error-summary.css";

export interface FormError {
  /** Id of the field that it is about; null when it is about none. */
  readonly fieldId: string | null;
  readonly message: string;
}

export function ErrorSummary({ errors }: { readonly errors: readonly FormError[] }): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <div ref={box} className="error-summary" role="alert" tabIndex={-1}>
      <h2>There is a problem</h2>
      <ul>
        {errors.map(({ fieldId, message }) => (
          <li key={message}>
            {fieldId === null ? (
              message
            ) : (
              <a
                href={`#${fieldId}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(fieldId)?.focus();
                }}
              >
                {message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The message for one field, or null. */
export function errorOf(errors: readonly FormError[], fieldId: string): string | null {
  return errors.find((error) => error.fieldId === fieldId)?.message ?? null;
}
