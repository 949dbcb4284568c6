/** In place of the board while there is no need or requirement: what goes here, and the first step. */
import type { ReactNode } from "react";
import { Link } from "react-router";
import { useMay, useSession } from "../connection/hooks.ts";
import { LinkButton } from "../controls/link-button.tsx";

export function NothingToAgree(): ReactNode {
  const { statementId } = useSession();
  const mayWrite = useMay("write");
  const mayImport = useMay("import");
  const base = `/statements/${statementId}`;
  return (
    <div className="board-empty">
      <h2>No needs or requirements yet</h2>
      <p>
        Each borough says of each need and requirement whether it agrees, agrees with a change,
        objects, or whether it does not apply. This page shows what is left to agree.
      </p>
      {mayWrite ? (
        <p className="board-empty-steps">
          <LinkButton look="main" to={base}>
            Write the first one
          </LinkButton>
          {mayImport ? <Link to={`${base}/import`}>Import from a file</Link> : null}
        </p>
      ) : null}
    </div>
  );
}
