/**
 * All items in order, or those of the section that is shown: the first ones at once and the rest a moment later. Promises that re-ordering
 * takes neither focus nor words from whoever types.
 */
import { Fragment, useLayoutEffect, useMemo, useState, type ReactNode } from "react";
import { flushSync } from "react-dom";
import { useSession } from "../connection/hooks.ts";
import { Button } from "../controls/button.tsx";
import { useGrown } from "../controls/use-grown.ts";
import { AddHere, AddMore } from "./add-item.tsx";
import { KeepFocus } from "./keep-focus.tsx";
import { useEditor } from "./rows/editor-context.tsx";
import { ItemRow } from "./rows/item-row.tsx";
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
  const { items } = useSession();
  const rows = useGrown(ids.length, rowsAtOnce, useTurns(ids));
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
      {ids.slice(0, rows.count).map((id, number) => {
        const next = ids[number + 1];
        const endsSection =
          mayWrite && !filtered && next !== undefined && items.item(next)?.kind === "section";
        return (
          <Fragment key={id}>
            <ItemRow id={id} />
            {endsSection && <AddHere after={id} />}
          </Fragment>
        );
      })}
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
