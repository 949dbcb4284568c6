/** In place of the needs while there is none: what goes here, and the first step. */
import type { ReactNode } from "react";
import { Link } from "react-router";
import { useMay, useSession } from "../connection/hooks.ts";
import { LinkButton } from "../controls/link-button.tsx";

export function NoNeedsYet(): ReactNode {
  const { statementId } = useSession();
  const mayWrite = useMay("write");
  const mayImport = useMay("import");
  const base = `/statements/${statementId}`;
  return (
    <div className="cover-empty">
      <h2>No needs yet</h2>
      <p>
        A need says who has to be able to do what, and why. Once there are needs, this page shows
        which of them the requirements meet, and which nobody has thought of yet.
      </p>
      {mayWrite ? (
        <p className="cover-empty-steps">
          <LinkButton look="main" to={base}>
            Write the first need
          </LinkButton>
          {mayImport ? <Link to={`${base}/import`}>Import needs from a file</Link> : null}
        </p>
      ) : null}
      <p>
        Was it bought already? <Link to={`${base}/looking-back`}>Look back on it</Link> and see what
        was wanted and not written.
      </p>
    </div>
  );
}
