/** How the needs stand in numbers: a sentence of counts, each a way to see only those, and a bar of their shares. */
import type { ReactNode } from "react";
import { Link } from "react-router";
import type { NeedCoverage, NeedState } from "../../shared/coverage.ts";
import { focusStays } from "../controls/page-heading.tsx";
import { needStateWords, shownStates } from "./state-words.ts";

interface CoverageSummaryProps {
  /** "needs" or "outcomes". */
  readonly plural: string;
  readonly all: readonly NeedCoverage[];
  readonly chosen: NeedState | "";
  readonly addressOf: (state: NeedState | "") => string;
}

export function CoverageSummary({
  plural,
  all,
  chosen,
  addressOf,
}: CoverageSummaryProps): ReactNode {
  const groups = shownStates.map((state) => ({
    state,
    items: all.filter((item) => item.state === state),
  }));
  const there = groups.filter(({ items }) => items.length > 0);
  return (
    <>
      <ul className="cover-counts" aria-label={`${capital(plural)} by state`}>
        {there.map(({ state, items }) => (
          <li key={state}>
            <Link
              to={addressOf(state === chosen ? "" : state)}
              className="cover-count"
              aria-current={state === chosen ? "true" : undefined}
              preventScrollReset
              state={focusStays}
              replace
            >
              <span className={`cover-swatch cover-swatch-${state}`} aria-hidden="true" />
              <b>{items.length}</b> {needStateWords[state].counted}
            </Link>
            {state === "notCovered" ? mustWords(items) : null}
          </li>
        ))}
      </ul>
      <div className="cover-bar" aria-hidden="true">
        {there.map(({ state, items }) => (
          <span
            key={state}
            className={`cover-share cover-swatch-${state}`}
            style={{ flexGrow: items.length }}
          >
            <span className="cover-share-number">{items.length}</span>
          </span>
        ))}
      </div>
    </>
  );
}

function mustWords(items: readonly NeedCoverage[]): string | null {
  const musts = items.filter(({ priority }) => priority === "must").length;
  return musts === 0 ? null : `, ${musts} of them must`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
