/** Gives a conversation to somebody to see to, by a day if one is named, or to nobody any more. */
import { useId, useState, type ReactNode } from "react";
import { can } from "../../shared/access.ts";
import { isDay } from "../../shared/day.ts";
import { membersIn } from "../../shared/members.ts";
import type { RecordState } from "../../shared/record-state.ts";
import type { Thread } from "../../shared/thread.ts";
import { useRecord } from "../connection/hooks.ts";
import { announce } from "../controls/announcer.tsx";
import { Button } from "../controls/button.tsx";
import { DayField, dayTyped, typedDay } from "../controls/day-field.tsx";
import { SelectField } from "../controls/select-field.tsx";
import { FormKeys } from "../words/form-keys.tsx";
import { Refused } from "../words/refused.tsx";
import { useCommand } from "../words/use-command.ts";

interface AssignFormProps {
  readonly thread: Thread;
  readonly onDone: () => void;
}

export function AssignForm({
  thread: { id: threadId, assigned },
  onDone,
}: AssignFormProps): ReactNode {
  const id = useId();
  const names = useRecord(whoAnswers);
  const people = JSON.parse(names) as { readonly id: string; readonly name: string }[];
  const [to, setTo] = useState(assigned?.to ?? "");
  const [due, setDue] = useState(() => typedDay(assigned?.due ?? null));
  const [wrongDay, setWrongDay] = useState<string | null>(null);
  const { run, isRunning, problem } = useCommand();

  const save = async (): Promise<void> => {
    if (isRunning) return;
    const day = dayTyped(due);
    if (to !== "" && day !== "" && !isDay(day)) {
      const words = "Enter a day that there is, such as 14 5 2026, or leave it empty";
      setWrongDay(words);
      announce(words);
      return;
    }
    const args = to === "" ? { personId: null } : { personId: to, due: day === "" ? null : day };
    if (await run("assign-thread", { threadId, ...args })) onDone();
  };
  return (
    <FormKeys onSave={() => void save()} onCancel={onDone}>
      <SelectField
        id={`${id}-to`}
        label="Who sees to it"
        value={to}
        options={[
          { value: "", label: "Nobody" },
          ...people.map((person) => ({ value: person.id, label: person.name })),
        ]}
        onChange={setTo}
      />
      {to !== "" && (
        <DayField
          id={`${id}-due`}
          legend="By which day (optional)"
          error={wrongDay}
          value={due}
          onChange={(typed) => {
            setDue(typed);
            setWrongDay(null);
          }}
        />
      )}
      <Refused problem={problem} />
      <div className="row">
        <Button type="submit" look="main" busy={isRunning}>
          Save
        </Button>
        <Button onClick={onDone}>Cancel</Button>
      </div>
    </FormKeys>
  );
}

/** Those who may answer, as JSON: so that the form is drawn again only when one of them changes. */
function whoAnswers(record: RecordState): string {
  return JSON.stringify(
    membersIn(record)
      .filter((member) => can(member, "comment"))
      .map(({ personId, name, boroughName }) => ({
        id: personId,
        name: `${name}, ${boroughName}`,
      })),
  );
}
