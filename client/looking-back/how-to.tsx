/** How to look back on a past statement: bring it in, bring its needs in, link them. */
import type { ReactNode } from "react";
import { Link } from "react-router";
import { useMay, useSession } from "../connection/hooks.ts";

export function HowTo(): ReactNode {
  const { statementId } = useSession();
  const mayImport = useMay("import");
  const base = `/statements/${statementId}`;
  return (
    <ol className="back-steps">
      <li>
        <b>Bring in the needs.</b> They may be in a spreadsheet, in the minutes of a workshop or in
        an older statement.{" "}
        {mayImport ? (
          <>
            <Link to={`${base}/import`}>Import them from a file</Link> or{" "}
            <Link to={`${base}/bring-in`}>bring them in from another statement</Link>.
          </>
        ) : (
          "A lead or an editor can import them."
        )}
      </li>
      <li>
        <b>Bring in what was written:</b> the requirements that went to the market, from the same
        page.
      </li>
      <li>
        <b>Link them.</b> If the file says which requirement meets which need, the links come along.
        If not, this page finds the requirements that are most like each need, and you say which of
        them meet it.
      </li>
      <li>
        <b>Say what was left out on purpose,</b> and why, on{" "}
        <Link to={`${base}/needs`}>Needs covered</Link>. What remains was wanted and not written.
      </li>
    </ol>
  );
}
