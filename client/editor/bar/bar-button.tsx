/** A button of the bar. Promises that pressing it with a mouse leaves the caret where it is. */
import type { ReactNode } from "react";

interface BarButtonProps {
  readonly name: string;
  /** Its key, for the tooltip. */
  readonly hint?: string | undefined;
  readonly className?: string;
  readonly isPressed?: boolean;
  readonly disabled?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

export function BarButton({
  name,
  hint,
  className = "",
  isPressed,
  disabled = false,
  onPress,
  children,
}: BarButtonProps): ReactNode {
  return (
    <button
      type="button"
      className={`bar-button ${className}`}
      aria-label={name}
      title={hint === undefined ? name : `${name} (${hint})`}
      aria-pressed={isPressed}
      aria-disabled={disabled}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        if (!disabled) onPress();
      }}
    >
      {children}
    </button>
  );
}
