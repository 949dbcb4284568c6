/** Beside an item: its reference, and what can be done with it, which shows on hover and focus. */
import { memo, type PointerEvent, type ReactNode } from "react";
import { itemKinds } from "../../../shared/item-kinds.ts";
import type { Item } from "../../../shared/items.ts";
import { startDrag } from "../controller/drag.ts";
import { useEditor } from "./editor-context.tsx";
import { ItemMenu } from "./item-menu.tsx";

interface ItemMarginProps {
  readonly itemId: string;
  readonly kind: Item["kind"];
  readonly reference: string | null;
  readonly name: string;
}

export const ItemMargin = memo(function ItemMargin({
  itemId,
  kind,
  reference,
  name,
}: ItemMarginProps): ReactNode {
  const { controller, mayWrite } = useEditor();
  const hasReference = itemKinds[kind].referenceLetter !== null;
  const onPointerDown = (event: PointerEvent): void => {
    if (event.button === 0) startDrag(controller, itemId, event.nativeEvent);
  };
  return (
    <div className="item-margin">
      {mayWrite && (
        // The menu and the keys do the same; a pointer is only quicker.
        <span
          className="drag-handle"
          aria-hidden="true"
          title={kind === "section" ? "Drag to move the section" : "Drag to move"}
          onPointerDown={onPointerDown}
        />
      )}
      {hasReference && (
        <span className={reference === null ? "reference reference-new" : "reference"}>
          {reference ?? "new"}
        </span>
      )}
      <ItemMenu itemId={itemId} name={name} />
    </div>
  );
});
