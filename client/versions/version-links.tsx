/** What one can do with a version: compare it with now and take it out. */
import type { ReactNode } from "react";
import { Link } from "react-router";
import { useSession } from "../connection/hooks.ts";
import { compareAddress, exportVersionAddress } from "../connection/version-address.ts";

export function VersionLinks({ number }: { readonly number: number }): ReactNode {
  const { statementId } = useSession();
  const of = <span className="only-read-out"> version {number}</span>;
  return (
    <>
      <Link to={compareAddress(statementId, number)}>Compare{of} with now</Link>
      <Link to={exportVersionAddress(statementId, number)}>Export{of}</Link>
    </>
  );
}
