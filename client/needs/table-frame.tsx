/**
 * A table that scrolls in its own place when it is wider than the page, and stacks its rows in a narrow window. One
 * without rows is not there for anybody; that it had thousands a moment ago keeps nobody waiting (`GroupedRows`).
 */
import { useState, type ReactNode } from "react";
import { GroupedRows } from "../controls/grouped-rows.tsx";
import type { Identified } from "../controls/coming-rows.ts";
import { useTableClass } from "../controls/long-table.ts";
import { tableRoles } from "../controls/table-roles.ts";

interface TableFrameProps<Row> {
  readonly label: string;
  readonly headings: readonly string[];
  readonly rows: readonly Row[];
  /** Draws one: see `GroupedRows`. */
  readonly draw: (row: Row) => ReactNode;
}

export function TableFrame<Row extends Identified>({
  label,
  headings,
  rows,
  draw,
}: TableFrameProps<Row>): ReactNode {
  const className = useTableClass("cover-table", rows.length);
  const isEmpty = rows.length === 0;
  const [hadRows, setHadRows] = useState(!isEmpty);
  if (!isEmpty && !hadRows) setHadRows(true);
  if (!hadRows) return null;
  const first: object = { "--first-letters": headings[0]?.length };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls has to be reachable by keyboard
    <section className="cover-scroll" aria-label={label} tabIndex={0} inert={isEmpty}>
      <table
        className={className}
        {...tableRoles.table}
        style={first}
        aria-rowcount={rows.length + 1}
      >
        <thead {...tableRoles.group}>
          <tr {...tableRoles.row}>
            {headings.map((heading) => (
              <th key={heading} {...tableRoles.columnHead}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <GroupedRows rows={rows} draw={draw} />
      </table>
    </section>
  );
}
