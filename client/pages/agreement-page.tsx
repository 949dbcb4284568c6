/** What is left to agree. */
import type { ReactNode } from "react";
import { AgreementBoard } from "../agreement/board.tsx";
import { useTitle } from "../connection/hooks.ts";
import { showPositions } from "../connection/positions-shown.ts";
import { PageHeading } from "../controls/page-heading.tsx";
import "./wide-page.css";

export function AgreementPage(): ReactNode {
  const title = useTitle();
  return (
    <div className="wide-page">
      <PageHeading title="Agreement" of={title} />
      <p className="wide-page-of">{title}</p>
      <AgreementBoard onOpen={showPositions} />
    </div>
  );
}
