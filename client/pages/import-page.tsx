/** Brings a file into the statement: choose it, see what it would change, take what is wanted. */
import type { ReactNode } from "react";
import { useMay, useTitle } from "../connection/hooks.ts";
import { PageHeading } from "../controls/page-heading.tsx";
import { FromElsewhere } from "../elsewhere/from-elsewhere.tsx";
import { ImportSteps } from "../exchange/import-steps.tsx";

export function ImportPage(): ReactNode {
  const title = useTitle();
  const mayImport = useMay("import");
  return (
    <div className="column">
      <div>
        <PageHeading title="Import" of={title} />
        <p className="lead">
          Bring in needs and requirements from Excel, CSV, Word or ReqIF. You see first, item by
          item, what would change, and take what you want. Nothing is ever deleted.
        </p>
      </div>
      {mayImport ? (
        <>
          <FromElsewhere />
          <ImportSteps />
        </>
      ) : (
        <p>Leads and editors can import. Ask one of them to do it, or to change your role.</p>
      )}
    </div>
  );
}
