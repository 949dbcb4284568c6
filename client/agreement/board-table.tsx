/**
 * The board: needs and requirements down, boroughs across. Scrolls in a region of its own, in which the
 * row of boroughs and the column of items stay; in a narrow window the rows are stacked.
 */
import { useCallback, useMemo, type MouseEvent, type ReactNode } from "react";
import { useNavigate } from "react-router";
import type { AgreementBorough } from "../../shared/agreement.ts";
import type { AgreementRow } from "../../shared/agreement-row.ts";
import { BoardRow } from "./board-row.tsx";
import { useCellKeys } from "./use-cell-keys.ts";
import "./board-table.css";
import { useGrown } from "../controls/use-grown.ts";

interface BoardTableProps {
  readonly boroughs: readonly AgreementBorough[];
  readonly rows: readonly AgreementRow[];
  /** What a borough is called by its id; the same function until a name changes. */
  readonly nameOf: (boroughId: string) => string;
  readonly onOpen: (itemId: string) => void;
  /** Of what says how to move about in it. */
  readonly hintId: string;
}

/** More than a window shows. */
const rowsAtOnce = 40;

export function BoardTable({ boroughs, rows, nameOf, onOpen, hintId }: BoardTableProps): ReactNode {
  const { count: grown } = useGrown(rows.length, rowsAtOnce);
  const follow = useFollow();
  const { table, onKeyDown, onFocus } = useCellKeys();
  const known = JSON.stringify(boroughs.map(({ name }) => name));
  const names = useMemo(() => JSON.parse(known) as readonly string[], [known]);
  return (
    <section className="board-scroll" aria-label="What boroughs say" aria-describedby={hintId}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys come from the cells inside */}
      <table ref={table} className="board-table" onKeyDown={onKeyDown} onFocus={onFocus}>
        <thead>
          <tr>
            <th scope="col" className="board-item">
              Need or requirement
            </th>
            {boroughs.map(({ id, name, toLookAt }) => (
              <th key={id} scope="col">
                {name}
                <span className="board-note">
                  {toLookAt === 0 ? "Has looked at all" : `${toLookAt} to look at`}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, grown).map((row) => (
            <BoardRow
              key={row.id}
              row={row}
              names={names}
              raisedBy={row.raisedBy.map(nameOf).join(", ")}
              onOpen={onOpen}
              onFollow={follow}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Follows a plain link within the page; with a key held down the browser does what it does. */
function useFollow(): (event: MouseEvent<HTMLAnchorElement>) => void {
  const navigate = useNavigate();
  return useCallback(
    (event) => {
      const { altKey, ctrlKey, metaKey, shiftKey, button, currentTarget } = event;
      if (altKey || ctrlKey || metaKey || shiftKey || button !== 0) return;
      event.preventDefault();
      void navigate(`${currentTarget.pathname}${currentTarget.hash}`);
    },
    [navigate],
  );
}
