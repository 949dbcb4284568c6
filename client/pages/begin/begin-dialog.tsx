/** Asks for the title of a new statement, and for the earlier one when it begins with one. */
import { useState, type ReactNode } from "react";
import { useNavigate } from "react-router";
import { outlineOffers, type OutlineId } from "../../../shared/outlines.ts";
import {
  startStatement,
  type ListedStatement,
  type StartFrom,
} from "../../connection/statements-api.ts";
import { Button } from "../../controls/button.tsx";
import { Dialog } from "../../controls/dialog.tsx";
import { ErrorSummary, errorOf } from "../../controls/error-summary.tsx";
import { SelectField } from "../../controls/select-field.tsx";
import { TextField } from "../../controls/text-field.tsx";
import { useSubmit } from "../../people/use-submit.ts";

/** How a statement begins. */
export type Beginning =
  | { readonly way: "empty" | "file" }
  | { readonly way: "statement"; readonly statements: readonly ListedStatement[] }
  | { readonly way: "outline"; readonly outline: OutlineId };

interface BeginDialogProps {
  readonly beginning: Beginning;
  readonly onClose: () => void;
}

export function BeginDialog({ beginning, onClose }: BeginDialogProps): ReactNode {
  const navigate = useNavigate();
  const [title, setTitle] = useState("");
  const [earlier, setEarlier] = useState(
    beginning.way === "statement" ? (beginning.statements[0]?.id ?? "") : "",
  );
  const { errors, isBusy, submit } = useSubmit();
  return (
    <Dialog title={titleOf(beginning)} onClose={onClose}>
      <ErrorSummary errors={errors} />
      <form
        noValidate
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          const problems =
            title.trim() === "" ? [{ fieldId: "new-title", message: "Enter a title" }] : [];
          void submit(problems, async () => {
            const id = await startStatement(title.trim(), fromOf(beginning, earlier));
            const page = beginning.way === "file" ? "/import" : "";
            await navigate(`/statements/${id}${page}`);
          });
        }}
      >
        {beginning.way === "statement" ? (
          <SelectField
            id="earlier-statement"
            label="Begin with"
            hint="Its items come along with their links, and each says where it is from. Comments, what boroughs agreed, decisions and working notes stay where they are."
            value={earlier}
            options={beginning.statements.map(({ id, title: called, items }) => ({
              value: id,
              label: `${called || "Untitled statement"} (${items === 1 ? "1 item" : `${items} items`})`,
            }))}
            onChange={setEarlier}
          />
        ) : null}
        {beginning.way === "outline" ? <p>{wordsOf(beginning.outline)}</p> : null}
        {beginning.way === "file" ? (
          <p>First give it a title. Then choose the file and see what would come in.</p>
        ) : null}
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
            {beginning.way === "file" ? "Continue" : "Start"}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </form>
    </Dialog>
  );
}

function titleOf(beginning: Beginning): string {
  switch (beginning.way) {
    case "empty":
      return "Start an empty statement";
    case "file":
      return "Begin with a file";
    case "statement":
      return "Begin with an earlier statement";
    case "outline":
      return `Begin with an outline: ${(offerOf(beginning.outline)?.title ?? "").toLowerCase()}`;
  }
}

function fromOf(beginning: Beginning, earlier: string): StartFrom | null {
  if (beginning.way === "statement") return { statementId: earlier };
  return beginning.way === "outline" ? { outline: beginning.outline } : null;
}

function wordsOf(outline: OutlineId): string {
  return `${offerOf(outline)?.words ?? ""} It has guidance on what to write in each section, and needs and requirements to keep, change or take out.`;
}

function offerOf(outline: OutlineId) {
  return outlineOffers.find(({ id }) => id === outline);
}
