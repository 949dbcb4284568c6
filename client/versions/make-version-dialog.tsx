/** Asks for a name and makes a version of the text and the record as they are. */
import { useMemo, useState, type ReactNode } from "react";
import { announce } from "../controls/announcer.tsx";
import { Button } from "../controls/button.tsx";
import { Dialog } from "../controls/dialog.tsx";
import { ErrorSummary } from "../controls/error-summary.tsx";
import { TextField } from "../controls/text-field.tsx";
import { useCommand } from "../words/use-command.ts";

const nameId = "version-name";

export function MakeVersionDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const [name, setName] = useState("");
  const [note, setNote] = useState("");
  const [isMissing, setMissing] = useState(false);
  const { run, isRunning, problem } = useCommand();
  const errors = useMemo(
    () => [
      ...(isMissing ? [{ fieldId: nameId, message: "Enter a name" }] : []),
      ...(problem === null ? [] : [{ fieldId: null, message: problem }]),
    ],
    [isMissing, problem],
  );
  const make = async (): Promise<void> => {
    setMissing(name.trim() === "");
    if (name.trim() === "" || !(await run("make-version", { name, note }))) return;
    announce(`Version “${name.trim()}” is made`);
    onClose();
  };
  return (
    <Dialog title="Make a version" onClose={onClose}>
      <ErrorSummary errors={errors} />
      <p>It keeps the text as it is now, what everybody said of it, and who agreed.</p>
      <form
        noValidate
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isRunning) void make();
        }}
      >
        <TextField
          id={nameId}
          label="Name"
          hint="What it is for: “Draft for legal”, “Sent to the board”"
          error={isMissing ? "Enter a name" : null}
          maxLength={100}
          value={name}
          onChange={setName}
        />
        <TextField
          id="version-note"
          label="Note"
          hint="Leave it empty if the name says enough"
          rows={3}
          maxLength={2_000}
          value={note}
          onChange={setNote}
        />
        <div className="dialog-buttons">
          <Button look="main" type="submit" busy={isRunning}>
            Make the version
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </form>
    </Dialog>
  );
}
