/** Asks a borough's own people what it says of itself, and keeps it. */
import { useMemo, useState, type ReactNode } from "react";
import { allTakingPart, type AboutBorough, type TakingPart } from "../../shared/about-borough.ts";
import { useMe, useRecord } from "../connection/hooks.ts";
import { announce } from "../controls/announcer.tsx";
import { Button } from "../controls/button.tsx";
import { Choices } from "../controls/choices.tsx";
import { DayField, dayTyped, typedDay, type DayTyped } from "../controls/day-field.tsx";
import { Dialog } from "../controls/dialog.tsx";
import { errorOf, ErrorSummary, type FormError } from "../controls/error-summary.tsx";
import { TextField } from "../controls/text-field.tsx";
import { useCommand } from "../words/use-command.ts";
import { checkDays } from "./check-days.ts";
import { takingPartWords } from "./taking-part-words.ts";

const choices = [
  ...allTakingPart.map((value) => ({
    value,
    label: takingPartWords[value].label,
    hint: takingPartWords[value].means,
  })),
  { value: "not-decided" as const, label: "Not decided yet" },
];

const fields = { ends: "contract-ends", until: "extendable-until", team: "borough-team" };

export function AboutBoroughDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { boroughId, boroughName } = useMe();
  const known = useRecord((record) => record.boroughs.get(boroughId));
  const [said, setSaid] = useState(() => formOf(known));
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const { run, isRunning, problem } = useCommand();
  const shown = useMemo(
    () => [...errors, ...(problem === null ? [] : [{ fieldId: null, message: problem }])],
    [errors, problem],
  );
  const change = (part: Partial<Form>): void => setSaid({ ...said, ...part });
  const save = async (): Promise<void> => {
    const days = checkDays({ ends: dayTyped(said.ends), until: dayTyped(said.until) });
    setErrors(days.errors.map(({ part, message }) => ({ fieldId: fields[part], message })));
    if (days.errors.length > 0) return;
    const takingPart = said.takingPart === "not-decided" ? null : said.takingPart;
    const { contractEnds, extendableUntil } = days;
    const args = { contractEnds, extendableUntil, team: said.team, takingPart };
    if (await run("describe-borough", args)) {
      announce(`What ${boroughName} says of itself is kept`);
      onClose();
    }
  };
  return (
    <Dialog title={`About ${boroughName}`} onClose={onClose}>
      <ErrorSummary errors={shown} />
      <form
        noValidate
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isRunning) void save();
        }}
      >
        <DayField
          id={fields.ends}
          legend="When does the present contract end?"
          hint="Leave it empty when nobody knows. For example, 31 3 2027"
          error={errorOf(errors, fields.ends)}
          value={said.ends}
          onChange={(ends) => change({ ends })}
        />
        <DayField
          id={fields.until}
          legend="Until when could it be extended?"
          hint="Leave it empty when it cannot be"
          error={errorOf(errors, fields.until)}
          value={said.until}
          onChange={(until) => change({ until })}
        />
        <Choices
          id="taking-part"
          legend={`How would ${boroughName} take part?`}
          value={said.takingPart}
          choices={choices}
          onChange={(takingPart) => change({ takingPart })}
        />
        <TextField
          id={fields.team}
          label="Team"
          hint="Who works on it, for example: Housing repairs and Digital services"
          maxLength={300}
          value={said.team}
          onChange={(team) => change({ team })}
        />
        <div className="dialog-buttons">
          <Button look="main" type="submit" busy={isRunning}>
            Save
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </form>
    </Dialog>
  );
}

interface Form {
  readonly ends: DayTyped;
  readonly until: DayTyped;
  readonly takingPart: TakingPart | "not-decided";
  readonly team: string;
}

function formOf(known: AboutBorough | undefined): Form {
  return {
    ends: typedDay(known?.contractEnds ?? null),
    until: typedDay(known?.extendableUntil ?? null),
    takingPart: known?.takingPart ?? "not-decided",
    team: known?.team ?? "",
  };
}
