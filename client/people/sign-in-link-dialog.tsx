/** Makes a link that signs somebody in on another device. Whoever opens it is that person, so it says so. */
import { useState, type ReactNode } from "react";
import type { RecordedPerson } from "../../shared/record-state.ts";
import { useSession } from "../connection/hooks.ts";
import { makeSignInLink } from "../connection/people-api.ts";
import { Button } from "../controls/button.tsx";
import { Dialog } from "../controls/dialog.tsx";
import { ErrorSummary } from "../controls/error-summary.tsx";
import { useSubmit } from "./use-submit.ts";
import { LinkToCopy } from "./link-to-copy.tsx";

interface PersonDialogProps {
  readonly person: RecordedPerson;
  readonly onClose: () => void;
}

export function SignInLinkDialog({ person, onClose }: PersonDialogProps): ReactNode {
  const { statementId } = useSession();
  const [url, setUrl] = useState<string | null>(null);
  const { errors, isBusy, submit } = useSubmit();
  return (
    <Dialog title={`Sign-in link for ${person.name}`} onClose={onClose}>
      <ErrorSummary errors={errors} />
      {url === null ? (
        <>
          <p>
            Whoever opens this link is signed in as {person.name}. Send it only to them. It works
            once, within 7 days.
          </p>
          <div className="dialog-buttons">
            <Button
              look="main"
              busy={isBusy}
              onClick={() =>
                void submit([], async () => setUrl(await makeSignInLink(statementId, person.id)))
              }
            >
              Make the link
            </Button>
            <Button onClick={onClose}>Cancel</Button>
          </div>
        </>
      ) : (
        <LinkToCopy label="Sign-in link" url={url}>
          Send it only to {person.name}. It is shown only now.
        </LinkToCopy>
      )}
    </Dialog>
  );
}
