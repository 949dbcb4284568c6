/** The three ways to begin a statement: empty, from a file, or with the example. */
import { useState, type ReactNode } from "react";
import { useNavigate } from "react-router";
import { openExample, startStatement } from "../connection/statements-api.ts";
import { Button } from "../controls/button.tsx";
import { Dialog } from "../controls/dialog.tsx";
import { ErrorSummary, errorOf } from "../controls/error-summary.tsx";
import { TextField } from "../controls/text-field.tsx";
import { useSubmit } from "../people/use-submit.ts";

export function BeginStatement(): ReactNode {
  const navigate = useNavigate();
  const [asking, setAsking] = useState<"empty" | "import" | null>(null);
  const { errors, isBusy, submit } = useSubmit();
  return (
    <>
      <ErrorSummary errors={errors} />
      <ul className="ways">
        <Way
          title="Start an empty statement"
          words="Write outcomes, needs and requirements from the first line."
          onChoose={() => setAsking("empty")}
        />
        <Way
          title="Import one"
          words="Bring in needs and requirements from a CSV file. You see what comes in first."
          onChoose={() => setAsking("import")}
        />
        <Way
          title="Open the example"
          words="Three boroughs’ housing repairs statement, to look around in and change as you like."
          onChoose={() => {
            if (isBusy) return;
            void submit([], async () => {
              await navigate(`/statements/${await openExample()}`);
            });
          }}
        />
      </ul>
      {asking === null ? null : <TitleDialog way={asking} onClose={() => setAsking(null)} />}
    </>
  );
}

interface WayProps {
  readonly title: string;
  readonly words: string;
  readonly onChoose: () => void;
}

/** The button covers the whole of it. */
function Way({ title, words, onChoose }: WayProps): ReactNode {
  return (
    <li className="way">
      <button type="button" className="way-title" onClick={onChoose}>
        {title}
      </button>
      <p>{words}</p>
    </li>
  );
}

interface TitleDialogProps {
  readonly way: "empty" | "import";
  readonly onClose: () => void;
}

function TitleDialog({ way, onClose }: TitleDialogProps): ReactNode {
  const navigate = useNavigate();
  const [title, setTitle] = useState("");
  const { errors, isBusy, submit } = useSubmit();
  const isEmpty = way === "empty";
  return (
    <Dialog title={isEmpty ? "Start an empty statement" : "Import a statement"} onClose={onClose}>
      <ErrorSummary errors={errors} />
      <form
        noValidate
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          const problems =
            title.trim() === "" ? [{ fieldId: "new-title", message: "Enter a title" }] : [];
          void submit(problems, async () => {
            const id = await startStatement(title.trim());
            await navigate(isEmpty ? `/statements/${id}` : `/statements/${id}/import`);
          });
        }}
      >
        <TextField
          id="new-title"
          label="What is it for?"
          hint="For example: Housing repairs service. You can change it later."
          maxLength={200}
          error={errorOf(errors, "new-title")}
          value={title}
          onChange={setTitle}
        />
        <div className="dialog-buttons">
          <Button type="submit" look="main" busy={isBusy}>
            {isEmpty ? "Start" : "Continue"}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </form>
    </Dialog>
  );
}
