/** Asks for the reason of a decision and runs its command. */
import { useState, type ReactNode } from "react";
import { Button } from "../controls/button.tsx";
import { Dialog } from "../controls/dialog.tsx";
import { ErrorSummary } from "../controls/error-summary.tsx";
import { TextField } from "../controls/text-field.tsx";
import { useSettle } from "./use-settle.ts";

interface ReasonDialogProps {
  readonly title: string;
  /** The item that it is about, in its own words. */
  readonly about: string;
  readonly hint: string;
  readonly action: string;
  readonly command: string;
  readonly argsWith: (why: string) => unknown;
  readonly onClose: () => void;
}

export function ReasonDialog(props: ReasonDialogProps): ReactNode {
  const { title, about, hint, action, command, argsWith, onClose } = props;
  const [why, setWhy] = useState("");
  const [isMissing, setMissing] = useState(false);
  const { isBusy, problem, settle } = useSettle();
  const decide = async (): Promise<void> => {
    setMissing(why.trim() === "");
    if (why.trim() !== "" && (await settle(command, argsWith(why)))) onClose();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <ErrorSummary errors={problem === null ? [] : [{ fieldId: null, message: problem }]} />
      <blockquote className="cover-about">{about}</blockquote>
      <form
        noValidate
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy) void decide();
        }}
      >
        <TextField
          id="reason"
          label="Because"
          hint={hint}
          error={isMissing ? "Say why" : null}
          rows={4}
          maxLength={2_000}
          value={why}
          onChange={setWhy}
        />
        <div className="dialog-buttons">
          <Button look="main" type="submit" busy={isBusy}>
            {action}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </form>
    </Dialog>
  );
}
