/** A link to give to somebody: selected when one comes to it, and a button that copies it. */
import { useId, type ReactNode } from "react";
import { CopyButton } from "../controls/copy-button.tsx";
import { FieldFrame } from "../controls/field-frame.tsx";
import "./link-to-copy.css";

interface LinkToCopyProps {
  readonly label: string;
  readonly url: string;
  readonly children: ReactNode;
}

export function LinkToCopy({ label, url, children }: LinkToCopyProps): ReactNode {
  const id = useId();
  return (
    <FieldFrame id={id} label={label} hint={children}>
      <div className="link-to-copy">
        <input
          id={id}
          className="field-input"
          type="text"
          readOnly
          aria-describedby={`${id}-hint`}
          value={url}
          onFocus={(event) => event.target.select()}
        />
        <CopyButton look="main" text={url}>
          Copy link
        </CopyButton>
      </div>
    </FieldFrame>
  );
}
