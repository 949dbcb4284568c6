/** Begins to issue a version, for leads, where it can still be issued. */
import { useState, type ReactNode } from "react";
import { lastIssued, type Version } from "../../shared/version.ts";
import { useMay, useRecord } from "../connection/hooks.ts";
import { Button } from "../controls/button.tsx";
import { IssueDialog } from "./issue-dialog.tsx";

export function IssueButton({ version }: { readonly version: Version }): ReactNode {
  const { number, issued } = version;
  const may = useMay("issue-version");
  const last = useRecord((record) => lastIssued(record)?.number ?? 0);
  const [isIssuing, setIssuing] = useState(false);
  return (
    <>
      {may && !issued && number > last && (
        <Button look="plain" onClick={() => setIssuing(true)}>
          Issue<span className="only-read-out"> version {number}</span>
        </Button>
      )}
      {isIssuing && <IssueDialog version={version} onClose={() => setIssuing(false)} />}
    </>
  );
}
