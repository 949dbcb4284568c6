/** Changes what somebody may do. Takes effect on their open pages at once. */
import { useState, type ReactNode } from "react";
import { allRoles, roleWords } from "../../shared/access.ts";
import type { RecordedPerson } from "../../shared/record-state.ts";
import { useSession } from "../connection/hooks.ts";
import { changeRole } from "../connection/people-api.ts";
import { announce } from "../controls/announcer.tsx";
import { Button } from "../controls/button.tsx";
import { Checkbox } from "../controls/checkbox.tsx";
import { Choices } from "../controls/choices.tsx";
import { Dialog } from "../controls/dialog.tsx";
import { ErrorSummary } from "../controls/error-summary.tsx";
import { useSubmit } from "./use-submit.ts";

interface PersonDialogProps {
  readonly person: RecordedPerson;
  readonly onClose: () => void;
}

export function ChangeRoleDialog({ person, onClose }: PersonDialogProps): ReactNode {
  const { statementId } = useSession();
  const [role, setRole] = useState(person.role);
  const [agrees, setAgrees] = useState(person.agrees);
  const { errors, isBusy, submit } = useSubmit();
  return (
    <Dialog title={`What ${person.name} may do`} onClose={onClose}>
      <ErrorSummary errors={errors} />
      <Choices
        id="role"
        legend="Role"
        value={role}
        onChange={setRole}
        choices={allRoles.map((value) => ({
          value,
          label: roleWords[value].label,
          hint: roleWords[value].may,
        }))}
      />
      <Checkbox
        id="agrees"
        label={`Agrees for ${person.boroughName}`}
        hint="May say what the borough thinks of each need and requirement."
        checked={agrees}
        onChange={setAgrees}
      />
      <div className="dialog-buttons">
        <Button
          look="main"
          busy={isBusy}
          onClick={() =>
            void submit([], async () => {
              await changeRole(statementId, person.id, { role, agrees });
              const forBorough = agrees ? `, and agrees for ${person.boroughName}` : "";
              announce(`${person.name} is now ${roleWords[role].label.toLowerCase()}${forBorough}`);
              onClose();
            })
          }
        >
          Save
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </Dialog>
  );
}
