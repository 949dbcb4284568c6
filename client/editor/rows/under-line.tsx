/** The quiet line under an item: whose need or wish it is, and beside it what the page puts there. */
import { memo, useCallback, type ReactNode } from "react";
import type { RecordState } from "../../../shared/record-state.ts";
import { boroughName } from "../../connection/borough-names.ts";
import { useRecord } from "../../connection/hooks.ts";
import { useEditor } from "./editor-context.tsx";

interface UnderLineProps {
  readonly itemId: string;
  readonly raisedBy: readonly string[];
}

/** Given no item, which is another with every key. */
export const UnderLine = memo(function UnderLine({ itemId, raisedBy }: UnderLineProps): ReactNode {
  const { Beneath } = useEditor();
  const names = useRecord(
    useCallback(
      (record: RecordState) => raisedBy.map((id) => boroughName(record, id)).join(", "),
      [raisedBy],
    ),
  );
  return (
    <div className="under-line">
      {names !== "" && <p className="raised-by">Raised by {names}</p>}
      <Beneath itemId={itemId} />
    </div>
  );
});
