/** The invitation links that still work, kept up to date, for leads. */
import { useEffect, useState, type ReactNode } from "react";
import { messageOf } from "../connection/command-refused.ts";
import { useSession } from "../connection/hooks.ts";
import {
  listInvitations,
  onInvitationsChanged,
  type Invitation,
} from "../connection/people-api.ts";
import { Notice } from "../controls/notice.tsx";
import { InvitationList } from "./invitation-list.tsx";

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

  useEffect(() => {
    const load = (): void => {
      listInvitations(statementId).then(
        (listed) => setAnswer({ invitations: listed, problem: null }),
        (error: unknown) => setAnswer((before) => ({ ...before, problem: messageOf(error) })),
      );
    };
    load();
    let { people } = record.state();
    const stops = [
      onInvitationsChanged(load),
      record.subscribe(() => {
        // Somebody who joins has used a link.
        if (record.state().people === people) return;
        people = record.state().people;
        load();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [statementId, record]);

  return (
    <section className="borough">
      <h2>Links that still work</h2>
      {problem === null ? null : <Notice look="danger">{problem}</Notice>}
      {invitations === null ? null : <InvitationList invitations={invitations} />}
    </section>
  );
}
