/** Whose need or wish an item is: any of the boroughs that take part. */
import { useMemo, type ReactNode } from "react";
import { boroughsIn } from "../../connection/borough-names.ts";
import { useItem, useRecord } from "../../connection/hooks.ts";
import { Button } from "../../controls/button.tsx";
import { Checkbox } from "../../controls/checkbox.tsx";
import { Dialog } from "../../controls/dialog.tsx";
import { setRaisedBy } from "../acts/set-raised-by.ts";
import { useEditor } from "../rows/editor-context.tsx";
import type { ItemDialogProps } from "./dialog-props.ts";
import { useItemName } from "./use-item-name.ts";

export function RaisedByDialog({ itemId, onClose }: ItemDialogProps): ReactNode {
  const { controller } = useEditor();
  const item = useItem(itemId);
  const name = useItemName(itemId);
  const record = useRecord((state) => state);
  const boroughs = useMemo(
    () => boroughsIn(record, item?.raisedBy ?? []),
    [record, item?.raisedBy],
  );
  return (
    <Dialog title={`Who raised ${name}?`} onClose={onClose}>
      <fieldset className="plain-group" aria-label="Boroughs">
        {boroughs.map(({ id, name: boroughName }) => (
          <Checkbox
            key={id}
            id={`raised-by-${id}`}
            label={boroughName}
            checked={item?.raisedBy.includes(id) ?? false}
            onChange={(isRaised) => setRaisedBy(controller.session, itemId, id, isRaised)}
          />
        ))}
      </fieldset>
      <div className="dialog-buttons">
        <Button look="main" onClick={onClose}>
          Done
        </Button>
      </div>
    </Dialog>
  );
}
