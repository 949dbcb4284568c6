/** Inviting people and keeping the links in order, for leads. */
import { useCallback, useEffect, useState, type ReactNode } from "react";
import { messageOf } from "../connection/command-refused.ts";
import { useSession } from "../connection/hooks.ts";
import { listInvitations, type Invitation } from "../connection/people-api.ts";
import { Notice } from "../controls/notice.tsx";
import { InvitationList } from "./invitation-list.tsx";
import { InviteForm } from "./invite-form.tsx";

interface Answer {
  /** Null until the server has answered. */
  readonly invitations: readonly Invitation[] | null;
  readonly problem: string | null;
}

export function Invitations(): ReactNode {
  const { statementId, record } = useSession();
  const [{ invitations, problem }, setAnswer] = useState<Answer>({
    invitations: null,
    problem: null,
  });

  const load = useCallback(() => {
    listInvitations(statementId).then(
      (listed) => setAnswer({ invitations: listed, problem: null }),
      (error: unknown) => setAnswer((before) => ({ ...before, problem: messageOf(error) })),
    );
  }, [statementId]);
  useEffect(() => {
    load();
    let { people } = record.state();
    return record.subscribe(() => {
      // Somebody who joins has used a link.
      if (record.state().people === people) return;
      people = record.state().people;
      load();
    });
  }, [load, record]);

  return (
    <>
      <section className="borough">
        <h2>Invite somebody</h2>
        <div className="people invite-box">
          <InviteForm statementId={statementId} onMade={load} />
        </div>
      </section>
      <section className="borough">
        <h2>Links that are waiting</h2>
        {problem === null ? null : <Notice look="danger">{problem}</Notice>}
        {invitations === null ? null : (
          <InvitationList invitations={invitations} onChanged={load} />
        )}
      </section>
    </>
  );
}
