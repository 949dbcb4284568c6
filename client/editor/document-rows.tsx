/** All items in order. Promises that re-ordering takes neither focus nor words from whoever types. */
import { Fragment, useMemo, useSyncExternalStore, type ReactNode } from "react";
import { useSession } from "../connection/hooks.ts";
import { useStructure, type Structure } from "../connection/structure.ts";
import { Button } from "../controls/button.tsx";
import { AddHere, AddMore } from "./add-item.tsx";
import { KeepFocus } from "./keep-focus.tsx";
import { useEditor } from "./rows/editor-context.tsx";
import { ItemRow } from "./rows/item-row.tsx";

interface DocumentRowsProps {
  readonly filtered: ReadonlySet<string> | null;
  readonly onClearFilter: () => void;
}

export function DocumentRows({ filtered, onClearFilter }: DocumentRowsProps): ReactNode {
  const { controller, mayWrite } = useEditor();
  const { shown } = useSettledStructure();
  const ids = useMemo(
    () => (filtered ? shown.filter((id) => filtered.has(id)) : shown),
    [shown, filtered],
  );
  const { items } = useSession();
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
      {ids.map((id, number) => {
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
      {mayWrite && !filtered && <AddMore after={ids.at(-1) ?? null} />}
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
