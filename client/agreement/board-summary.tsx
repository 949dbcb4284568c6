/** The line on top of the board: "41 of 63 agreed by all four. 6 objections. Lewisham has 12 to look at." Each number leads to its rows. */
import type { ReactNode } from "react";
import { Link } from "react-router";
import type { Agreement } from "../../shared/agreement.ts";
import { inWords } from "../controls/in-words.ts";
import { focusStays } from "../controls/page-heading.tsx";
import type { BoardFilter } from "./board-filter.ts";
import { agreedBy } from "./agreed-by.ts";

interface BoardSummaryProps {
  readonly agreement: Agreement;
  readonly addressOf: (only: Partial<BoardFilter>) => string;
  /** After one of its links was followed. */
  readonly onFollow: () => void;
}

export function BoardSummary({ agreement, addressOf, onFollow }: BoardSummaryProps): ReactNode {
  const { boroughs, counts } = agreement;
  const to = (only: Partial<BoardFilter>, words: string): ReactNode => (
    <Link to={addressOf(only)} replace preventScrollReset state={focusStays} onClick={onFollow}>
      {words}
    </Link>
  );
  const waited = boroughs
    .filter(({ toLookAt }) => toLookAt > 0)
    .toSorted((one, other) => other.toLookAt - one.toLookAt);
  const without = boroughs
    .filter(({ hasSomebodyWhoAgrees }) => !hasSomebodyWhoAgrees)
    .map(({ name }) => name);
  const [left, objection, change] = [
    counts.items - counts.agreed,
    counts.objections,
    counts.changed,
  ];
  return (
    <div className="board-summary">
      <p className="board-line">
        <span>
          {to({ left: "agreed" }, `${counts.agreed} of ${counts.items}`)}{" "}
          {agreedBy(boroughs.length)}
        </span>
        {left > 0 && <span>{to({ left: "not-agreed" }, `${left} not yet`)}</span>}
        <span>
          {objection === 0
            ? "No objections"
            : to(
                { left: "objections" },
                objection === 1 ? "1 objection" : `${objection} objections`,
              )}
        </span>
        {change > 0 && <span>{to({ left: "changed-since" }, `${change} changed since`)}</span>}
      </p>
      <p>
        {waited.length === 0
          ? "Every borough has looked at all of it."
          : waited.map(({ id, name, toLookAt }, at) => (
              <span key={id}>
                {at === 0 ? "" : ", "}
                {to(
                  { left: "to-look-at", borough: id },
                  at === 0 ? `${name} has ${toLookAt} to look at` : `${name} ${toLookAt}`,
                )}
              </span>
            ))}
        {waited.length === 0 ? "" : "."}
      </p>
      {without.length > 0 && (
        <p>
          {`Nobody agrees for ${inWords(without)} yet. A lead can let somebody do so, on the People page.`}
        </p>
      )}
    </div>
  );
}
