/** Which needs the requirements cover. */
import { useCallback, type ReactNode } from "react";
import { Link, useNavigate } from "react-router";
import { useMay, useSession, useTitle } from "../connection/hooks.ts";
import { itemAddress, toWrite } from "../connection/item-address.ts";
import { PageHeading } from "../controls/page-heading.tsx";
import { makeRequirementFor } from "../editor/acts/make-requirement-for.ts";
import { NeedsCovered } from "../needs/needs-covered.tsx";
import "./wide-page.css";

export function NeedsPage(): ReactNode {
  const session = useSession();
  const navigate = useNavigate();
  const title = useTitle();
  const mayWrite = useMay("write");
  const write = useCallback(
    (needId: string): void => {
      const requirementId = makeRequirementFor(session, needId);
      void navigate(itemAddress(session.statementId, requirementId), { state: toWrite });
    },
    [session, navigate],
  );
  return (
    <div className="wide-page">
      <PageHeading title="Needs covered" of={title} />
      <p className="wide-page-of">{title}</p>
      <p className="wide-page-more">
        For a meeting, or after the procurement:{" "}
        <Link to={`/statements/${session.statementId}/looking-back`}>Looking back</Link> says what
        was wanted and not written, to print and share.
      </p>
      <NeedsCovered onWrite={mayWrite ? write : undefined} />
    </div>
  );
}
