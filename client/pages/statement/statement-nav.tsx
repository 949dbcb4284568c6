/** The pages of a statement. */
import type { ReactNode } from "react";
import { NavLink } from "react-router";
import { versionToLookAt } from "../../../shared/to-look-at.ts";
import { WhenIdle } from "../../controls/when-idle.tsx";
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
      <NavLink to={`${base}/to-look-at`}>
        To look at
        <WhenIdle>
          <ToLookAtCount />
        </WhenIdle>
      </NavLink>
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
  const me = useMe();
  const isWaiting = useRecord((record) => versionToLookAt(me, record).length > 0);
  return (
    <NavLink to={to}>
      Versions
      {isWaiting && (
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

function ToLookAtCount(): ReactNode {
  const count = useToLookAt().length;
  if (count === 0) return null;
  return (
    <>
      {" "}
      <span className="nav-count">
        {count}
        <span className="only-read-out"> waiting</span>
      </span>
    </>
  );
}
