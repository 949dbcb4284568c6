/** Which needs are covered, all on one page: what is left to do stands out, and everything leads to its place. */
import { useMemo, type ReactNode } from "react";
import { Link } from "react-router";
import {
  isNeed,
  isOutcome,
  isRequirement,
  type Coverage,
  type NeedCoverage,
  type RequirementCoverage,
} from "../../shared/coverage.ts";
import type { RecordState } from "../../shared/record-state.ts";
import { boroughName, type BoroughHere } from "../connection/borough-names.ts";
import { useCoverage } from "../connection/coverage-store.ts";
import { useRecord } from "../connection/hooks.ts";
import { CoverageFilters } from "./coverage-filters.tsx";
import { CoverageSummary } from "./coverage-summary.tsx";
import { NeedsTable } from "./needs-table.tsx";
import { NoNeedsYet } from "./no-needs-yet.tsx";
import { RequirementsTable } from "./requirements-table.tsx";
import { isOf, useFilters } from "./use-filters.ts";
import "./needs.css";

interface NeedsCoveredProps {
  /** Begins a requirement for a need; absent when the person may not write. */
  readonly onWrite?: ((needId: string) => void) | undefined;
}

export function NeedsCovered({ onWrite }: NeedsCoveredProps): ReactNode {
  const coverage = useCoverage();
  const { filters, set, addressWith } = useFilters();
  const record = useRecord(wholeRecord);
  const boroughs = useMemo(() => boroughsOf(coverage, record), [coverage, record]);
  const { needs, outcomes, requirements } = useMemo(() => {
    const shown = coverage.items.filter((item) => isOf(item, filters));
    return {
      needs: shown.filter(isNeed),
      outcomes: shown.filter(isOutcome),
      requirements: shown.filter(isRequirement),
    };
  }, [coverage, filters]);
  const isFiltered = filters.borough !== "" || filters.priority !== "" || filters.state !== "";
  if (coverage.items.length === 0) return <NoNeedsYet />;
  const stateIs = ({ state }: NeedCoverage): boolean =>
    filters.state === "" || state === filters.state;
  const hasOutcomes = coverage.items.some(isOutcome);
  const hasNeeds = coverage.items.some(isNeed);
  return (
    <>
      {needs.length > 0 ? (
        <CoverageSummary
          plural="needs"
          all={needs}
          chosen={filters.state}
          addressOf={(state) => addressWith({ state })}
        />
      ) : null}
      <CoverageFilters filters={filters} boroughs={boroughs} onChange={set} />
      {hasNeeds ? (
        <Rows rows={needs.filter(stateIs)} nothing="No need is like that.">
          {(rows) => <NeedsTable kind="need" rows={rows} onWrite={onWrite} />}
        </Rows>
      ) : (
        <NoNeedsYet />
      )}
      {hasOutcomes ? (
        <div className="cover-part">
          <h2>Outcomes</h2>
          {outcomes.length > 0 ? (
            <CoverageSummary
              plural="outcomes"
              all={outcomes}
              chosen={filters.state}
              addressOf={(state) => addressWith({ state })}
            />
          ) : null}
          <Rows rows={outcomes.filter(stateIs)} nothing="No outcome is like that.">
            {(rows) => <NeedsTable kind="outcome" rows={rows} onWrite={onWrite} />}
          </Rows>
        </div>
      ) : null}
      <Requirements all={requirements} />
      {isFiltered ? (
        <p className="cover-show-all">
          <Link to="?" replace preventScrollReset>
            Show everything
          </Link>
        </p>
      ) : null}
    </>
  );
}

interface RowsProps {
  readonly rows: readonly NeedCoverage[];
  readonly nothing: string;
  readonly children: (rows: readonly NeedCoverage[]) => ReactNode;
}

function Rows({ rows, nothing, children }: RowsProps): ReactNode {
  return (
    <>
      {rows.length === 0 ? <p className="cover-nothing">{nothing}</p> : null}
      {children(rows)}
    </>
  );
}

function Requirements({ all }: { readonly all: readonly RequirementCoverage[] }): ReactNode {
  const alone = all.filter(({ state }) => state !== "meetsANeed");
  const meeting = all.length - alone.length;
  const counted = (count: number, one: string, many: string): string =>
    `${count} ${count === 1 ? one : many}`;
  const needsNone = alone.filter(({ state }) => state === "needsNone").length;
  return (
    <div className={all.length === 0 ? undefined : "cover-part"}>
      {all.length === 0 ? null : (
        <>
          <h2>Requirements that meet no need</h2>
          <p className="lead">
            {[
              counted(meeting, "requirement meets a need", "requirements meet a need"),
              counted(alone.length - needsNone, "meets none", "meet none"),
              counted(needsNone, "needs none", "need none"),
            ].join(", ")}
            .
          </p>
        </>
      )}
      <RequirementsTable rows={alone} />
    </div>
  );
}

function boroughsOf(coverage: Coverage, record: RecordState): BoroughHere[] {
  const ids = new Set(coverage.items.flatMap(({ raisedBy }) => raisedBy));
  return [...ids]
    .map((id) => ({ id, name: boroughName(record, id) }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

function wholeRecord(record: RecordState): RecordState {
  return record;
}
