/** The pages of a statement. */
import type { ReactNode } from "react";
import { NavLink } from "react-router";
import { lastIssued } from "../../../shared/version.ts";
import { useToLookAt } from "../../connection/to-look-at-store.ts";
import { useMay, useMe, useRecord, useSession } from "../../connection/hooks.ts";

export function StatementNav(): ReactNode {
  const { statementId } = useSession();
  const mayImport = useMay("import");
  const base = `/statements/${statementId}`;
  return (
    <nav className="statement-nav" aria-label="Statement">
      <NavLink to={base} end>
        Write
      </NavLink>
      <NavLink to={`${base}/needs`}>Needs covered</NavLink>
      <ToLookAtLink to={`${base}/to-look-at`} />
      <NavLink to={`${base}/agreement`}>Agreement</NavLink>
      <VersionsLink to={`${base}/versions`} />
      <NavLink to={`${base}/people`}>People</NavLink>
      {mayImport ? (
        <NavLink className="statement-nav-end" to={`${base}/import`}>
          Import
        </NavLink>
      ) : null}
      <NavLink className={mayImport ? "" : "statement-nav-end"} to={`${base}/export`}>
        Export
      </NavLink>
    </nav>
  );
}

function VersionsLink({ to }: { readonly to: string }): ReactNode {
  const { boroughId } = useMe();
  const maySignOff = useMay("sign-off");
  const isWaiting = useRecord((record) => lastIssued(record)?.signOffs.has(boroughId) === false);
  return (
    <NavLink to={to}>
      Versions
      {maySignOff && isWaiting && (
        <>
          {" "}
          <span className="nav-count">
            1<span className="only-read-out"> to sign off</span>
          </span>
        </>
      )}
    </NavLink>
  );
}

function ToLookAtLink({ to }: { readonly to: string }): ReactNode {
  const count = useToLookAt().length;
  return (
    <NavLink to={to}>
      To look at
      {count > 0 && (
        <>
          {" "}
          <span className="nav-count">
            {count}
            <span className="only-read-out"> waiting</span>
          </span>
        </>
      )}
    </NavLink>
  );
}
