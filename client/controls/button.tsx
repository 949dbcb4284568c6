/** A button. Promises to do nothing a second time while `busy`, and to keep the focus meanwhile. */
import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";
import "./button.css";

export type ButtonLook = "main" | "second" | "danger" | "plain";

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `main`: the one thing to do here. `plain`: looks like a link and does something. */
  readonly look?: ButtonLook;
  /** What it was pressed for is under way. */
  readonly busy?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({
  look = "second",
  busy = false,
  type = "button",
  className = "",
  onClick,
  ...rest
}: ButtonProps): ReactNode {
  return (
    <button
      // oxlint-disable-next-line react/button-has-type -- the default is above
      type={type}
      className={`button button-${look} ${className}`}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
      {...rest}
    />
  );
}
