/**
 * All items in order, or those of the section that is shown: the first ones at once and the rest a moment later. Promises that re-ordering
 * takes neither focus nor words from whoever types.
 */
import { useLayoutEffect, useMemo, useState, type ReactNode } from "react";
import { flushSync } from "react-dom";
import { Button } from "../controls/button.tsx";
import { useGrown } from "../controls/use-grown.ts";
import { AddMore } from "./add-item.tsx";
import type { DocumentController } from "./controller/document-controller.ts";
import { KeepFocus } from "./keep-focus.tsx";
import { groupRows, type RowGroup } from "../controls/row-groups.ts";
import { useEditor } from "./rows/editor-context.tsx";
import { RowsOfGroup } from "./rows-of-group.tsx";
import { useSettledStructure } from "./settled-structure.ts";

interface DocumentRowsProps {
  readonly filtered: ReadonlySet<string> | null;
  /** Ids of the section that is shown, where not all are. */
  readonly part: readonly string[] | null;
  readonly onClearFilter: () => void;
}

/** More than a window shows, however large. */
const rowsAtOnce = 60;

export function DocumentRows({ filtered, part, onClearFilter }: DocumentRowsProps): ReactNode {
  const { controller, mayWrite } = useEditor();
  const { shown } = useSettledStructure(controller);
  const ids = useMemo(
    () => part ?? (filtered ? shown.filter((id) => filtered.has(id)) : shown),
    [shown, filtered, part],
  );
  const rows = useGrown(ids.length, rowsAtOnce, useTurns(ids));
  const groups = useGroups(ids, rows.count, controller);
  const isWhole = rows.count === ids.length;
  const { showAll } = rows;
  useLayoutEffect(() => {
    if (isWhole) return undefined;
    return controller.rowsToCome.waitFor(() => flushSync(showAll));
  }, [controller, isWhole, showAll]);
  if (ids.length === 0) {
    return (
      <div className="nothing-found">
        <p>No item fits these filters.</p>
        <Button onClick={onClearFilter}>Show everything</Button>
      </div>
    );
  }
  return (
    <KeepFocus controller={controller} order={ids}>
      {groups.map((group, number) => (
        <RowsOfGroup
          key={group.key}
          ids={group.ids}
          before={groups[number - 1]?.ids.at(-1) ?? null}
          after={groups[number + 1]?.ids[0] ?? ids[rows.count] ?? null}
          hasGaps={mayWrite && !filtered}
        />
      ))}
      {isWhole && mayWrite && !filtered && (
        <AddMore after={ids.at(-1) ?? null} end={part ? "section" : "statement"} />
      )}
    </KeepFocus>
  );
}

/** How often all rows made way for others: another section is a list of its own. */
function useTurns(ids: readonly string[]): number {
  const [last, setLast] = useState({ ids, turns: 0 });
  if (last.ids === ids) return last.turns;
  const before = new Set(last.ids);
  const turns = ids.some((id) => before.has(id)) ? last.turns : last.turns + 1;
  setLast({ ids, turns });
  return turns;
}

/** The rows that are there by now, in groups that stay while the rows around them change. */
function useGroups(
  ids: readonly string[],
  count: number,
  controller: DocumentController,
): readonly RowGroup[] {
  const [last, setLast] = useState(() => ({
    ids,
    count,
    groups: groupRows(ids.slice(0, count), [], null),
  }));
  if (last.ids === ids && last.count === count) return last.groups;
  const groups = groupRows(ids.slice(0, count), last.groups, itemInUse(controller));
  setLast({ ids, count, groups });
  return groups;
}

/** The item in which somebody writes, or which has the focus. */
function itemInUse({ live }: DocumentController): string | null {
  const focused = document.activeElement?.closest<HTMLElement>("[data-item]");
  return live.open?.itemId ?? focused?.dataset["item"] ?? null;
}
