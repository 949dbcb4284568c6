/**
 * A dialog over the page. Promises that the focus stays in it while it is open and goes back to
 * where it was when it closes, that Escape closes it, and that the page behind does nothing.
 */
import { useId, useLayoutEffect, useRef, type ReactNode } from "react";
import "./dialog.css";

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** `side`: a sheet at the right edge, for a narrow window. */
  readonly look?: "middle" | "side";
  /** What is to be read first stands above what there is to fill in: the focus waits at the title. */
  readonly isToRead?: boolean;
}

/** Open as long as it is rendered. */
export function Dialog({
  title,
  onClose,
  children,
  look = "middle",
  isToRead = false,
}: DialogProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element && !element.open) {
      element.showModal();
      firstStop(element, isToRead)?.focus();
    }
    // Closing is what gives the focus back; a dialog that is only taken out of the page does not.
    return () => element?.close();
  }, [isToRead]);
  return (
    <dialog
      ref={dialog}
      className={`dialog dialog-${look}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="dialog-head">
        <h2 id={titleId} tabIndex={-1}>
          {title}
        </h2>
        <button type="button" className="dialog-close" aria-label="Close" onClick={onClose}>
          <span aria-hidden="true">×</span>
        </button>
      </div>
      <div className="dialog-body">{children}</div>
    </dialog>
  );
}

/** The first thing to fill in; else the title, so that Enter does not do what is only being asked. */
function firstStop(dialog: HTMLDialogElement, isToRead: boolean): HTMLElement | null {
  const field = isToRead ? null : dialog.querySelector<HTMLElement>("input, select, textarea");
  return field ?? dialog.querySelector("h2");
}
