/** Nothing waits, or only what was skipped: what to do next. */
import type { ReactNode } from "react";
import { Link } from "react-router";
import { useMe, useSession } from "../connection/hooks.ts";
import { useStructure } from "../connection/structure.ts";
import { Button } from "../controls/button.tsx";

interface NothingToLookAtProps {
  /** How many were done just now. */
  readonly done: number;
  readonly skipped: number;
  readonly onSkipped: () => void;
}

export function NothingToLookAt({ done, skipped, onSkipped }: NothingToLookAtProps): ReactNode {
  const { statementId } = useSession();
  const { boroughName } = useMe();
  const { shown } = useStructure();
  const base = `/statements/${statementId}`;
  if (skipped > 0) {
    return (
      <section className="look-card">
        <h2 tabIndex={-1}>{skipped === 1 ? "You skipped 1" : `You skipped ${skipped}`}</h2>
        <p>Everything else is done. What you skipped waits here until you have time for it.</p>
        <Button look="main" onClick={onSkipped}>
          Look at {skipped === 1 ? "it" : "them"} now
        </Button>
      </section>
    );
  }
  return (
    <section className="look-card">
      <h2 tabIndex={-1}>
        {done > 0 || shown.length > 0
          ? "You have looked at everything"
          : "There is nothing to look at yet"}
      </h2>
      <p>
        {shown.length > 0
          ? `When something is new, or changes after ${boroughName} agreed to it, it waits here for you.`
          : `Needs and requirements that somebody writes wait here until you say what ${boroughName} thinks of them.`}
      </p>
      <p className="look-links">
        <Link to={`${base}/agreement`}>See what is left to agree</Link>
        <Link to={base}>Read the statement</Link>
      </p>
    </section>
  );
}
