/** What differs between two versions, or between one and now. The two are in the address. */
import type { ReactNode } from "react";
import { Link, useSearchParams } from "react-router";
import type { RecordState } from "../../shared/record-state.ts";
import { versionsIn, type Version } from "../../shared/version.ts";
import { addressOf, type Sides } from "../connection/compare-api.ts";
import { useRecord, useSession, useTitle } from "../connection/hooks.ts";
import { Button } from "../controls/button.tsx";
import { focusStays, PageHeading } from "../controls/page-heading.tsx";
import { ProgressBar } from "../controls/progress-bar.tsx";
import { CompareSides } from "../versions/compare-sides.tsx";
import { ComparisonView } from "../versions/comparison.tsx";
import { useComparison } from "../versions/use-comparison.ts";
import { Refused } from "../words/refused.tsx";
import "./wide-page.css";

export function ComparePage(): ReactNode {
  const title = useTitle();
  const { statementId } = useSession();
  const versions = useRecord(versionsInOrder);
  const [params, setParams] = useSearchParams();
  const [newest] = versions;
  return (
    <div className="wide-page">
      <PageHeading title="Compare versions" of={title} />
      <p className="wide-page-of">{title}</p>
      {newest ? (
        <Sided
          versions={versions}
          sides={{
            from: params.get("from") ?? String(newest.number),
            to: params.get("to") ?? "now",
          }}
          onChange={(sides) => setParams(addressOf(sides), { replace: true, state: focusStays })}
        />
      ) : (
        <div className="nothing-yet">
          <p>
            There is no version to compare with yet. Make one under{" "}
            <Link to={`/statements/${statementId}/versions`}>Versions</Link>; what changes after it
            is shown here.
          </p>
        </div>
      )}
    </div>
  );
}

interface SidedProps {
  readonly versions: readonly Version[];
  readonly sides: Sides;
  readonly onChange: (sides: Sides) => void;
}

function Sided({ versions, sides, onChange }: SidedProps): ReactNode {
  const { statementId } = useSession();
  const { compared, cancel, again } = useComparison(statementId, sides);
  return (
    <>
      <CompareSides versions={versions} sides={sides} onChange={onChange} />
      {compared.state === "comparing" && (
        <ProgressBar doing="Comparing the items" done={null} onCancel={cancel} />
      )}
      {compared.state === "cancelled" && (
        <p>
          It was cancelled. <Button onClick={again}>Compare them</Button>
        </p>
      )}
      {compared.state === "refused" && <Refused problem={compared.problem} />}
      {compared.state === "compared" && (
        <ComparisonView
          key={addressOf(sides)}
          statementId={statementId}
          sides={sides}
          comparison={compared.comparison}
        />
      )}
    </>
  );
}

let last: { readonly of: RecordState["versions"]; readonly versions: readonly Version[] } | null =
  null;

/** Newest first; the same list until a version is made. */
function versionsInOrder(record: RecordState): readonly Version[] {
  if (last?.of !== record.versions) last = { of: record.versions, versions: versionsIn(record) };
  return last.versions;
}
