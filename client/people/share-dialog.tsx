/** Sharing the statement: a lead makes an invitation here; others learn whom to ask. */
import type { ReactNode } from "react";
import type { Role } from "../../shared/access.ts";
import type { RecordState } from "../../shared/record-state.ts";
import { useMay, useRecord, useSession, useTitle } from "../connection/hooks.ts";
import { Dialog } from "../controls/dialog.tsx";
import { inWords } from "../controls/in-words.ts";
import { InviteForm } from "./invite-form.tsx";
import type { PageToJoinAt } from "./join-address.ts";
import { LinkToCopy } from "./link-to-copy.tsx";

interface ShareDialogProps {
  readonly onClose: () => void;
  /** What a link lets people do, unless another role is chosen. */
  readonly firstRole?: Role;
  /** Where in the statement whoever joins comes first; the usual place when left out. */
  readonly page?: PageToJoinAt;
}

export function ShareDialog({ onClose, firstRole, page }: ShareDialogProps): ReactNode {
  const { statementId } = useSession();
  const title = useTitle();
  const mayInvite = useMay("invite");
  const leads = useRecord(leadsIn);
  return (
    <Dialog title={`Share “${title || "Untitled statement"}”`} onClose={onClose}>
      {mayInvite ? (
        <>
          <p>Make a link for one person, or one for several reviewers or readers of a borough.</p>
          {page === undefined ? null : (
            <p>Whoever opens it comes to this page first, and can read the whole statement.</p>
          )}
          <InviteForm statementId={statementId} firstRole={firstRole} page={page} />
        </>
      ) : (
        <>
          <p>
            To let somebody in, ask {leads === "" ? "a lead" : leads} for an invitation link. For
            people who are in already, this is the address:
          </p>
          <LinkToCopy label="Address of this statement" url={location.href.split("#")[0] ?? ""}>
            It opens only for people who were invited.
          </LinkToCopy>
        </>
      )}
    </Dialog>
  );
}

function leadsIn(record: RecordState): string {
  const leads = [...record.people.values()].filter(
    (person) => person.role === "lead" && person.removed === null,
  );
  return inWords(leads.map((person) => `${person.name} (${person.boroughName})`));
}
