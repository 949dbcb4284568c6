/** Says that the page is not connected, or was stopped for good, and what to do. */
import { useEffect, useState, type ReactNode } from "react";
import { Link } from "react-router";
import { can } from "../../../shared/access.ts";
import type { ConnectionProblem } from "../../connection/connection-problem.ts";
import { useMe, useSaved } from "../../connection/hooks.ts";
import { Button } from "../../controls/button.tsx";
import { Notice } from "../../controls/notice.tsx";

/** A connection that comes back sooner than this is not worth a strip across the page. */
const patienceMs = 2_000;

export function ConnectionBanner(): ReactNode {
  const { connected, problem } = useSaved();
  const mayWrite = can(useMe(), "write");
  const isAway = useStaysTrue(!connected && problem === null, patienceMs);
  if (problem) {
    return (
      <Notice look="danger" action={<ProblemAction problem={problem} />}>
        {problem.message}
      </Notice>
    );
  }
  if (!isAway) return null;
  return (
    <Notice look="warn">
      {mayWrite
        ? "You are not connected. Go on writing: it is kept on this computer and saved when you are back."
        : "You are not connected. What you see may be out of date until you are back."}
    </Notice>
  );
}

function ProblemAction({ problem }: { readonly problem: ConnectionProblem }): ReactNode {
  if (problem.action === "reload") {
    return <Button onClick={() => location.reload()}>Reload</Button>;
  }
  return <Link to="/">Go to your statements</Link>;
}

/** Whether something has been true for some time without a break. */
function useStaysTrue(isTrue: boolean, forMs: number): boolean {
  const [stays, setStays] = useState(false);
  useEffect(() => {
    if (!isTrue) return undefined;
    const timer = setTimeout(() => setStays(true), forMs);
    return () => {
      clearTimeout(timer);
      setStays(false);
    };
  }, [isTrue, forMs]);
  return stays;
}
