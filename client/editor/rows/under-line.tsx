/** The quiet line under an item: whose need or wish it is, and beside it what the page puts there. */
import { useCallback, type ReactNode } from "react";
import type { Item } from "../../../shared/items.ts";
import type { RecordState } from "../../../shared/record-state.ts";
import { boroughName } from "../../connection/borough-names.ts";
import { useRecord } from "../../connection/hooks.ts";
import { useEditor } from "./editor-context.tsx";

export function UnderLine({ item }: { readonly item: Item }): ReactNode {
  const { Beneath } = useEditor();
  const { raisedBy } = item;
  const names = useRecord(
    useCallback(
      (record: RecordState) => raisedBy.map((id) => boroughName(record, id)).join(", "),
      [raisedBy],
    ),
  );
  return (
    <div className="under-line">
      {names !== "" && (
        <p className="raised-by">
          <span className="only-read-out">Raised by </span>
          {names}
        </p>
      )}
      <Beneath itemId={item.id} />
    </div>
  );
}
