/** Asks once more before somebody is removed, and says what stays. */
import type { ReactNode } from "react";
import type { RecordedPerson } from "../../shared/record-state.ts";
import { useSession } from "../connection/hooks.ts";
import { removePerson } from "../connection/people-api.ts";
import { announce } from "../controls/announcer.tsx";
import { Button } from "../controls/button.tsx";
import { Dialog } from "../controls/dialog.tsx";
import { ErrorSummary } from "../controls/error-summary.tsx";
import { useSubmit } from "./use-submit.ts";

interface PersonDialogProps {
  readonly person: RecordedPerson;
  readonly onClose: () => void;
}

export function RemovePersonDialog({ person, onClose }: PersonDialogProps): ReactNode {
  const { statementId, me } = useSession();
  const { errors, isBusy, submit } = useSubmit();
  const isMe = person.id === me.personId;
  return (
    <Dialog title={isMe ? "Leave this statement?" : `Remove ${person.name}?`} onClose={onClose}>
      <ErrorSummary errors={errors} />
      <p>
        {isMe ? "You cannot open it any more" : "Their open pages close at once"}. What{" "}
        {isMe ? "you" : "they"} wrote and said stays in the statement.
      </p>
      <div className="dialog-buttons">
        <Button
          look="danger"
          busy={isBusy}
          onClick={() =>
            void submit([], async () => {
              await removePerson(statementId, person.id);
              announce(`${person.name} was removed`);
              onClose();
            })
          }
        >
          {isMe ? "Leave" : "Remove"}
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </div>
    </Dialog>
  );
}
