/** A form in a card: Enter with Ctrl or Command saves from anywhere in it, Escape gives it up. */
/* oxlint-disable jsx-a11y/no-noninteractive-element-interactions -- the keys come from the fields inside */
import type { KeyboardEvent, ReactNode } from "react";
import "./form-keys.css";

interface FormKeysProps {
  readonly onSave: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
  readonly className?: string;
}

export function FormKeys({ onSave, onCancel, children, className = "" }: FormKeysProps): ReactNode {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onSave();
    } else if (event.key === "Escape" && !event.defaultPrevented) {
      event.stopPropagation();
      onCancel();
    }
  };
  return (
    <form
      noValidate
      className={`card-form ${className}`}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      {children}
    </form>
  );
}
