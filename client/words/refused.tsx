/** What the server said no to, read out when it comes. */
import type { ReactNode } from "react";
import "./refused.css";

export function Refused({ problem }: { readonly problem: string | null }): ReactNode {
  if (problem === null) return null;
  return (
    <p className="problem" role="alert">
      {problem}
    </p>
  );
}
