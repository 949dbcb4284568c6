/**
 * The rows of a table in groups, each a `tbody`: those of the beginning are there in the first frame, those
 * near the window next, the others as soon as the page has a moment. Promises that a change renders the
 * groups whose rows changed and no others, that all rows end up in the page, and that whoever searches or
 * prints has all of them first. Where another list takes the place of a long one, the old rows are out of sight
 * at once and taken out of the page bit by bit. A row says which it is: `data-row`.
 */
import { memo, useCallback, useState, type ReactNode } from "react";
import {
  areSame,
  beginRows,
  drawAll,
  drawMore,
  letGo,
  regroup,
  type ComingRows,
  type GroupOfRows,
  type Identified,
} from "./coming-rows.ts";
import { isLongTable } from "./long-table.ts";
import { useComing } from "./use-coming.ts";
import { useIsPlaceKnown } from "./use-grown.ts";
import { useWantedWhole } from "./use-wanted-whole.ts";
import { tableRoles } from "./table-roles.ts";
import "./grouped-rows.css";

interface GroupedRowsProps<Row> {
  readonly rows: readonly Row[];
  /** Draws one as a `tr`, with its id as key and as `data-row`. The same function until all are to be drawn anew. */
  readonly draw: (row: Row) => ReactNode;
}

export function GroupedRows<Row extends Identified>({
  rows,
  draw,
}: GroupedRowsProps<Row>): ReactNode {
  const isPlaceKnown = useIsPlaceKnown();
  // A long table keeps the place of what is still to come.
  const [last, setComing] = useState(() =>
    beginRows(rows, isPlaceKnown && !isLongTable(rows.length)),
  );
  let coming: ComingRows<Row> = last;
  if (!areSame(last.rows, rows)) {
    coming = regroup(last, rows, rowInUse());
    setComing(coming);
  }
  const drawGroups = useCallback(
    (keys: readonly number[]) => setComing((now) => drawMore(now, keys)),
    [],
  );
  const letGroupsGo = useCallback((count: number) => setComing((now) => letGo(now, count)), []);
  const watch = useComing(coming, drawGroups, letGroupsGo);
  useWantedWhole(useCallback(() => setComing(drawAll), []));
  const groupOf = (group: GroupOfRows<Row>, isLeaving: boolean): ReactNode => (
    <Group
      key={group.key}
      group={group}
      draw={isLeaving || coming.drawn.has(group.key) ? draw : null}
      watch={watch}
      isLeaving={isLeaving}
    />
  );
  return [
    ...coming.groups.map((group) => groupOf(group, false)),
    ...coming.leaving.map((group) => groupOf(group, true)),
  ];
}

interface GroupProps<Row> {
  readonly group: GroupOfRows<Row>;
  /** Null while they are still to come. */
  readonly draw: ((row: Row) => ReactNode) | null;
  /** Has it drawn when it comes near the window. */
  readonly watch: (element: HTMLElement, key: number) => () => void;
  /** Out of sight. */
  readonly isLeaving: boolean;
}

const Group = memo(GroupNow) as typeof GroupNow;

function GroupNow<Row>({
  group: { key, rows },
  draw,
  watch,
  isLeaving,
}: GroupProps<Row>): ReactNode {
  const place = useCallback(
    (element: HTMLElement | null) => (element ? watch(element, key) : undefined),
    [watch, key],
  );
  const size: object = { "--rows": rows.length };
  return (
    <tbody
      ref={place}
      {...tableRoles.group}
      style={size}
      data-leaving={isLeaving ? "" : undefined}
      aria-hidden={isLeaving || undefined}
    >
      {draw === null ? null : <Rows rows={rows} draw={draw} />}
    </tbody>
  );
}

/** Not drawn again by leaving. */
const Rows = memo(RowsNow) as typeof RowsNow;

function RowsNow<Row>({ rows, draw }: GroupedRowsProps<Row>): ReactNode {
  return rows.map(draw);
}

/** The row in which the focus is. */
function rowInUse(): string | null {
  const row = document.activeElement?.closest<HTMLElement>("[data-row]");
  return row?.dataset["row"] ?? null;
}
