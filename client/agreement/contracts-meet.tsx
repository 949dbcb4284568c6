/** When the contracts of boroughs that would buy together can all end: in sentences, and as a picture for who likes one. */
import type { ReactNode } from "react";
import {
  contractsIn,
  contractWindow,
  wordsOfWindow,
  type ContractWindow,
  type PresentContract,
} from "../../shared/contract-window.ts";
import { daysBetween } from "../../shared/day.ts";
import type { RecordState } from "../../shared/record-state.ts";

export function ContractsMeet({ record }: { readonly record: RecordState }): ReactNode {
  const contracts = contractsIn(record);
  const window = contractWindow(contracts);
  const [answer, ...more] = wordsOfWindow(window);
  return (
    <div className={`contracts-meet contracts-${window.state}`}>
      <p className="contracts-answer">{answer}</p>
      {more.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {window.state === "too-few" ? null : <Picture contracts={contracts} window={window} />}
      {window.state === "too-few" ? null : (
        <p className="quiet">
          Worked out from what the boroughs say below. Whether a contract may be extended is for
          each borough to check.
        </p>
      )}
    </div>
  );
}

interface PictureProps {
  readonly contracts: readonly PresentContract[];
  readonly window: Exclude<ContractWindow, { readonly state: "too-few" }>;
}

/** Each contract as a line: to its end, then as long as it could go on. Everything in it is said in words, too. */
function Picture({ contracts, window }: PictureProps): ReactNode {
  const lines = contracts.flatMap(({ borough, ends, extendableUntil }) =>
    ends === null ? [] : [{ borough, ends, last: extendableUntil ?? ends }],
  );
  const firstYear = Math.min(...lines.map(({ ends }) => yearOf(ends)));
  const afterYear = Math.max(...lines.map(({ last }) => yearOf(last))) + 1;
  const start = `${firstYear}-01-01`;
  const length = daysBetween(start, `${afterYear}-01-01`);
  const at = (day: string): number => (daysBetween(start, day) / length) * 100;
  const years = Array.from({ length: afterYear - firstYear }, (_, year) => firstYear + year);
  const { from, until } = window;
  return (
    <div className="contracts-picture" aria-hidden="true">
      <div className="contracts-years">
        {years.map((year) => (
          <span key={year}>{year}</span>
        ))}
      </div>
      {lines.map(({ borough, ends, last }) => (
        <div key={borough} className="contracts-line">
          <span className="contracts-name">{borough}</span>
          <span className="contracts-track">
            <span className="contracts-runs" style={{ width: `${at(ends)}%` }} />
            <span
              className="contracts-could-run"
              style={{ left: `${at(ends)}%`, width: `${at(last) - at(ends)}%` }}
            />
            {window.state === "meets" && (
              <span
                className="contracts-window"
                style={{ left: `${at(from.day)}%`, width: `${at(until.day) - at(from.day)}%` }}
              />
            )}
          </span>
        </div>
      ))}
      <p className="contracts-key">
        <span className="contracts-key-runs" /> runs
        <span className="contracts-key-could" /> could be extended
        {window.state === "meets" && (
          <>
            <span className="contracts-key-window" /> all can end
          </>
        )}
      </p>
    </div>
  );
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}
