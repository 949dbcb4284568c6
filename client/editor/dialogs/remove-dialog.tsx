/** Asks why an item is taken out; says how many go with a section. */
import { useState, type ReactNode } from "react";
import { Button } from "../../controls/button.tsx";
import { Dialog } from "../../controls/dialog.tsx";
import { TextField } from "../../controls/text-field.tsx";
import { goesWith, removeItem } from "../acts/remove-items.ts";
import { useEditor } from "../rows/editor-context.tsx";
import type { ItemDialogProps } from "./dialog-props.ts";
import { useItemName } from "./use-item-name.ts";

export function RemoveDialog({ itemId, onClose }: ItemDialogProps): ReactNode {
  const { controller } = useEditor();
  const name = useItemName(itemId);
  const [why, setWhy] = useState("");
  const [error, setError] = useState<string | null>(null);
  const others = goesWith(controller.session, itemId).length - 1;

  const remove = (): void => {
    const reason = why.trim();
    if (reason === "") {
      setError("Say why, so that everybody can see it later.");
      return;
    }
    const next = controller.itemBeside(itemId, 1) ?? controller.itemBeside(itemId, -1);
    controller.live.close();
    onClose();
    removeItem(controller.session, itemId, reason);
    controller.whenShown(() => {
      if (next !== null) controller.focusItem(next);
    });
  };
  return (
    <Dialog title={`Take out ${name}`} onClose={onClose}>
      <form
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          remove();
        }}
      >
        <p>
          {others > 0 &&
            `${others === 1 ? "The item" : `All ${others} items`} in this section ${others === 1 ? "goes" : "go"} with it. `}
          It stays at the end of the statement under “Not taken forward”, and can be put back.
        </p>
        <TextField
          id="remove-why"
          label="Why is it not taken forward?"
          error={error}
          value={why}
          onChange={setWhy}
          maxLength={2_000}
        />
        <div className="dialog-buttons">
          <Button type="submit" look="danger">
            {others > 0 ? `Take out ${others + 1} items` : "Take out"}
          </Button>
          <Button onClick={onClose}>Keep it</Button>
        </div>
      </form>
    </Dialog>
  );
}
