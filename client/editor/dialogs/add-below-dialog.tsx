/** Asks what to add below an item. */
import type { ReactNode } from "react";
import { itemKinds, type ItemKind } from "../../../shared/item-kinds.ts";
import { Button } from "../../controls/button.tsx";
import { Dialog } from "../../controls/dialog.tsx";
import { kindsToAdd } from "../kinds-to-add.ts";
import { useEditor } from "../rows/editor-context.tsx";
import type { ItemDialogProps } from "./dialog-props.ts";
import { useItemName } from "./use-item-name.ts";

export function AddBelowDialog({ itemId, onClose }: ItemDialogProps): ReactNode {
  const { controller } = useEditor();
  const name = useItemName(itemId);
  const add = (kind: ItemKind): void => {
    onClose();
    // The dialog gives the focus back as it closes; the new item takes it after that.
    controller.whenShown(() => controller.add(kind, itemId));
  };
  return (
    <Dialog title={`Add below ${name}`} onClose={onClose}>
      <div className="dialog-buttons">
        {kindsToAdd.map((kind) => (
          <Button key={kind} onClick={() => add(kind)}>
            {itemKinds[kind].label}
          </Button>
        ))}
      </div>
    </Dialog>
  );
}
