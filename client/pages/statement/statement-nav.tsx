/** The pages of a statement. */
import type { ReactNode } from "react";
import { NavLink } from "react-router";
import { useMay, useSession } from "../../connection/hooks.ts";

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
      <NavLink to={`${base}/people`}>People</NavLink>
      {mayImport ? (
        <NavLink className="statement-nav-end" to={`${base}/import`}>
          Import
        </NavLink>
      ) : null}
    </nav>
  );
}
