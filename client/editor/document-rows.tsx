/**
 * All items in order, the first ones at once and the rest a moment later. Promises that re-ordering
 * takes neither focus nor words from whoever types.
 */
import { Fragment, useLayoutEffect, useMemo, useSyncExternalStore, type ReactNode } from "react";
import { flushSync } from "react-dom";
import { useSession } from "../connection/hooks.ts";
import { useStructure, type Structure } from "../connection/structure.ts";
import { Button } from "../controls/button.tsx";
import { useGrown } from "../controls/use-grown.ts";
import { AddHere, AddMore } from "./add-item.tsx";
import { KeepFocus } from "./keep-focus.tsx";
import { useEditor } from "./rows/editor-context.tsx";
import { ItemRow } from "./rows/item-row.tsx";

interface DocumentRowsProps {
  readonly filtered: ReadonlySet<string> | null;
  readonly onClearFilter: () => void;
}

/** More than a window shows, however large. */
const rowsAtOnce = 60;

export function DocumentRows({ filtered, onClearFilter }: DocumentRowsProps): ReactNode {
  const { controller, mayWrite } = useEditor();
  const { shown } = useSettledStructure();
  const ids = useMemo(
    () => (filtered ? shown.filter((id) => filtered.has(id)) : shown),
    [shown, filtered],
  );
  const { items } = useSession();
  const rows = useGrown(ids.length, rowsAtOnce);
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
      {isWhole && mayWrite && !filtered && <AddMore after={ids.at(-1) ?? null} />}
    </KeepFocus>
  );
}

/** The structure as it was before a word began to be composed, until it is: moving what is composed would break it. */
function useSettledStructure(): Structure {
  const { controller } = useEditor();
  const structure = useStructure();
  const { held } = controller;
  return useSyncExternalStore(held.subscribe, () => held.settled(structure));
}
