/**
 * The board: needs and requirements down, boroughs across. Scrolls in a region of its own, in which the
 * row of boroughs and the column of items stay; in a narrow window the rows are stacked.
 */
import { useCallback, useMemo, type ReactNode } from "react";
import type { AgreementBorough } from "../../shared/agreement.ts";
import type { AgreementRow } from "../../shared/agreement-row.ts";
import { BoardRow } from "./board-row.tsx";
import { useCellKeys } from "./use-cell-keys.ts";
import { tableRoles } from "../controls/table-roles.ts";
import "./board-table.css";
import { GroupedRows } from "../controls/grouped-rows.tsx";
import { useTableClass } from "../controls/long-table.ts";

interface BoardTableProps {
  readonly boroughs: readonly AgreementBorough[];
  readonly rows: readonly AgreementRow[];
  /** What a borough is called by its id; the same function until a name changes. */
  readonly nameOf: (boroughId: string) => string;
  readonly onOpen: (itemId: string) => void;
  /** Of what says how to move about in it. */
  readonly hintId: string;
}

export function BoardTable({ boroughs, rows, nameOf, onOpen, hintId }: BoardTableProps): ReactNode {
  const { table, onKeyDown, onFocus } = useCellKeys();
  const known = JSON.stringify(boroughs.map(({ name }) => name));
  const names = useMemo(() => JSON.parse(known) as readonly string[], [known]);
  const draw = useCallback(
    (row: AgreementRow) => (
      <BoardRow
        key={row.id}
        row={row}
        names={names}
        raisedBy={row.raisedBy.map(nameOf).join(", ")}
        onOpen={onOpen}
      />
    ),
    [names, nameOf, onOpen],
  );
  const className = useTableClass("board-table", rows.length);
  const columns: object = { "--boroughs": names.length };
  return (
    <section className="board-scroll" aria-label="What boroughs say" aria-describedby={hintId}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys come from the cells inside */}
      <table
        ref={table}
        className={className}
        style={columns}
        {...tableRoles.table}
        aria-rowcount={rows.length + 1}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
      >
        <thead {...tableRoles.group}>
          <tr {...tableRoles.row}>
            <th {...tableRoles.columnHead} className="board-item">
              Need or requirement
            </th>
            {boroughs.map(({ id, name, toLookAt }) => (
              <th key={id} {...tableRoles.columnHead}>
                {name}
                <span className="board-note">
                  {toLookAt === 0 ? "Has looked at all" : `${toLookAt} to look at`}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <GroupedRows rows={rows} draw={draw} />
      </table>
    </section>
  );
}
