/** Moves an item to the end of another section. */
import { useState, type ReactNode } from "react";
import { plainText } from "../../../shared/plain-text.ts";
import { useSession } from "../../connection/hooks.ts";
import { useStructure } from "../../connection/structure.ts";
import { Button } from "../../controls/button.tsx";
import { Dialog } from "../../controls/dialog.tsx";
import { SelectField } from "../../controls/select-field.tsx";
import { moveToSection } from "../acts/move-items.ts";
import { useEditor } from "../rows/editor-context.tsx";
import type { ItemDialogProps } from "./dialog-props.ts";
import { useItemName } from "./use-item-name.ts";

export function MoveDialog({ itemId, onClose }: ItemDialogProps): ReactNode {
  const { controller } = useEditor();
  const { items } = useSession();
  const name = useItemName(itemId);
  const sections = useStructure().sections.filter(({ id }) => id !== itemId);
  const [chosen, setChosen] = useState(sections[0]?.id ?? "");

  const options = sections.map(({ id, level }) => {
    const title = items.item(id)?.fields["title"];
    const words = title ? plainText(title) : "";
    return { value: id, label: `${"– ".repeat(level - 1)}${words === "" ? "Untitled" : words}` };
  });
  const move = (): void => {
    onClose();
    moveToSection(controller.session, itemId, chosen);
    controller.whenShown(() => controller.show(itemId));
  };
  return (
    <Dialog title={`Move ${name} to a section`} onClose={onClose}>
      {options.length === 0 ? (
        <p>There is no other section. Add one first.</p>
      ) : (
        <>
          <SelectField
            id="move-to"
            label="To the end of"
            value={chosen}
            onChange={setChosen}
            options={options}
          />
          <div className="dialog-buttons">
            <Button look="main" onClick={move}>
              Move
            </Button>
            <Button onClick={onClose}>Leave it where it is</Button>
          </div>
        </>
      )}
    </Dialog>
  );
}
