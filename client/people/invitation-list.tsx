/** The invitations that were made and not withdrawn, and withdrawing them. */
import type { ReactNode } from "react";
import { roleWords } from "../../shared/access.ts";
import { useSession } from "../connection/hooks.ts";
import { withdrawInvitation, type Invitation } from "../connection/people-api.ts";
import { announce } from "../controls/announcer.tsx";
import { Button } from "../controls/button.tsx";
import { ErrorSummary } from "../controls/error-summary.tsx";
import { inWords } from "../controls/in-words.ts";
import { useSubmit } from "./use-submit.ts";

interface InvitationListProps {
  readonly invitations: readonly Invitation[];
}

export function InvitationList({ invitations }: InvitationListProps): ReactNode {
  const { statementId } = useSession();
  const { errors, isBusy, submit } = useSubmit();
  const open = invitations.filter(({ once, used }) => !once || used.length === 0);
  if (open.length === 0) {
    return <p className="nothing-yet">No link is open. Those you make appear here.</p>;
  }
  return (
    <>
      <ErrorSummary errors={errors} />
      <ul className="people">
        {open.map((invitation) => (
          <li key={invitation.id} className="person">
            <div className="person-words">
              <p className="person-name">
                {invitation.name === null
                  ? invitation.borough.name
                  : `${invitation.name}, ${invitation.borough.name}`}
              </p>
              <p className="person-role">{factsOf(invitation)}</p>
            </div>
            <Button
              busy={isBusy}
              aria-label={`Withdraw the link for ${invitation.name ?? invitation.borough.name}`}
              onClick={() =>
                void submit([], async () => {
                  await withdrawInvitation(statementId, invitation.id);
                  announce("The link was withdrawn");
                })
              }
            >
              Withdraw
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

function factsOf({ role, agrees, madeBy, madeAt, used }: Invitation): string {
  const day = new Date(madeAt).toLocaleDateString("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
  });
  const facts = [
    `${roleWords[role].label}${agrees ? ", agrees for the borough" : ""}`,
    `made by ${madeBy.name} on ${day}`,
  ];
  if (used.length > 0) facts.push(`used by ${inWords(used.map(({ name }) => name))}`);
  return facts.join(" · ");
}
