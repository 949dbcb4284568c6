/** Takes the statement out as a file: for suppliers, for following the work, for other programs. */
import type { ReactNode } from "react";
import { useTitle } from "../connection/hooks.ts";
import { PageHeading } from "../controls/page-heading.tsx";
import { ExportSteps } from "../exchange/export-steps.tsx";

export function ExportPage(): ReactNode {
  const title = useTitle();
  return (
    <div className="column">
      <div>
        <PageHeading title="Export" of={title} />
        <p className="lead">
          Take the statement with you as a file. Nothing in it changes here, and others can go on
          writing meanwhile.
        </p>
      </div>
      <ExportSteps />
    </div>
  );
}
